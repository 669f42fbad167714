import { memo, useId, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { count, decimal } from '../../charts/scale/format.ts';
import type { Tokens } from '../../protocol/text.ts';
import { selectLayer, selectLit } from '../../store/derive/choice.ts';
import { selectTokenVector } from '../../store/derive/token.ts';
import { selectBaseTreated } from '../../store/derive/drawn-side.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import styles from './TokenStrip.module.css';
import { sentenceRuns, type SentenceRun } from './sentence-runs.ts';

const words = strings.explore.tokens;
/** Tokens drawn: beyond these nobody looks for one by eye. */
const MOST = 600;

/** The text as the model reads it. A token under the pointer is lit in every chart. */
export function TokenStrip(): ReactNode {
  const exploration = useApp((state) => state.before?.exploration);
  const hovered = useApp((state) => state.hoveredToken);
  const treated = useApp(selectBaseTreated);
  const { hoverToken } = useActions();
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const runs = useMemo(() => (exploration ? sentenceRuns(exploration.tokens, MOST) : []), [exploration]);
  if (!exploration) return null;
  const { tokens } = exploration;
  const last = (runs.at(-1)?.end ?? 0) - 1;

  const press = (event: KeyboardEvent): void => {
    const next = nextToken(event.key, hovered, last);
    if (next === undefined) return;
    event.preventDefault();
    hoverToken(next < 0 ? undefined : next);
    field.current?.querySelector(`[data-token="${String(next)}"]`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <section className={styles['panel']} aria-labelledby={`${id}t`}>
      <h2 id={`${id}t`} className={styles['title']}>
        {words.title}
      </h2>
      <p className={styles['hint']}>{treated ? `${words.hint} ${words.notTreated}` : words.hint}</p>
      <div
        ref={field}
        className={styles['tokens']}
        role="listbox"
        aria-label={words.label}
        aria-activedescendant={hovered === undefined ? undefined : `${id}k${hovered}`}
        tabIndex={0}
        onKeyDown={press}
        onBlur={() => {
          hoverToken(undefined);
        }}
        onPointerOver={(event) => {
          hoverToken(tokenOf(event.target));
        }}
        onPointerLeave={() => {
          hoverToken(undefined);
        }}
      >
        {runs.map((run) => (
          <SentenceTokens
            key={run.start}
            id={id}
            run={run}
            tokens={tokens}
            lit={hovered !== undefined && hovered >= run.start && hovered < run.end ? hovered : undefined}
          />
        ))}
      </div>
      {last + 1 < tokens.text.length && (
        <p className={styles['hint']}>{words.more(count(tokens.text.length - last - 1))}</p>
      )}
      <TokenValue />
    </section>
  );
}

interface SentenceProps {
  readonly id: string;
  readonly run: SentenceRun;
  readonly tokens: Tokens;
  readonly lit: number | undefined;
}

const SentenceTokens = memo(function Sentence({ id, run, tokens, lit }: SentenceProps): ReactNode {
  const places = Array.from({ length: run.end - run.start }, (_, i) => run.start + i);
  return (
    <div className={styles['sentence']} role="presentation">
      {places.map((place) => {
        const special = tokens.kind[place] !== 0;
        const text = tokens.text[place] ?? '';
        return (
          <span
            key={place}
            id={`${id}k${place}`}
            role="option"
            aria-selected={place === lit}
            aria-label={special ? words.special(text) : undefined}
            data-token={place}
            className={[
              styles['token'],
              special ? styles['special'] : '',
              tokens.continues[place] === 1 ? styles['continues'] : '',
            ].join(' ')}
          >
            {text}
          </span>
        );
      })}
    </div>
  );
});

/** The value of the lit dimension in the token under the pointer. */
function TokenValue(): ReactNode {
  const token = useApp((state) => state.hoveredToken);
  const text = useApp((state) =>
    token === undefined ? '' : (state.before?.exploration.tokens.text[token] ?? ''),
  );
  const vector = useApp(selectTokenVector);
  const dim = useApp(selectLit);
  const layer = strings.explore.layer(useApp(selectLayer));
  return (
    <p className={styles['value']} role="status">
      {token === undefined
        ? words.none(dim, layer)
        : vector
          ? words.value(text, dim, layer, decimal(vector[dim] ?? 0))
          : words.waiting(text)}
    </p>
  );
}

function tokenOf(target: EventTarget): number | undefined {
  const place = target instanceof HTMLElement ? target.dataset['token'] : undefined;
  return place === undefined ? undefined : Number(place);
}

/** The token a key leads to; -1 for none; undefined for a key that means nothing here. */
function nextToken(key: string, from: number | undefined, last: number): number | undefined {
  const at = from ?? -1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return -1;
    default:
      return undefined;
  }
}
