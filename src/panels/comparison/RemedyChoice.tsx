import { useId, useState, type ReactNode } from 'react';
import type { Remedy } from '../../measures/remedy.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { wholeNumber } from '../whole-number.ts';
import { BeforeCut } from './BeforeCut.tsx';
import styles from './RemedyChoice.module.css';

const words = strings.comparison;
const KINDS = ['none', 'center', 'standardize', 'top', 'whiten'] as const;
type Kind = (typeof KINDS)[number];
const REMEDY_TERMS = ['standardize', 'topComponents', 'whiten', 'center'] as const;
/** Components taken away unless another number is typed: the authors' advice is dimensions over a hundred. */
const COMPONENTS = 3;
const MOST_COMPONENTS = 99;

/** What stands before and what after, each with a sentence on what it does. */
export function RemedyChoice(): ReactNode {
  const remedy = useApp((state) => state.remedy);
  const against = useApp((state) => state.against);
  const own = useApp((state) => state.againstCut !== undefined);
  const { setRemedy, setAgainst } = useActions();
  const atFirst = remedy === undefined && against.remedy === undefined && !against.cut;
  return (
    <div className={styles['choice']}>
      <Side
        side="before"
        remedy={against.remedy}
        cuts={against.cut ? (own ? 'own' : 'cut') : undefined}
        onChange={(chosen) => {
          setAgainst({ ...against, remedy: chosen });
        }}
      >
        <BeforeCut />
      </Side>
      <Side side="after" remedy={remedy} onChange={setRemedy} />
      <p className={styles['fitted']}>
        {words.fitted}
        {!atFirst && (
          <Button
            look="quiet"
            onClick={() => {
              setRemedy(undefined);
              setAgainst({ cut: false, where: undefined, remedy: undefined });
            }}
          >
            {words.reset}
          </Button>
        )}
      </p>
    </div>
  );
}

function Side(props: {
  readonly side: 'before' | 'after';
  readonly remedy: Remedy | undefined;
  /** What is cut first on the side before: what is switched, or dimensions of its own. */
  readonly cuts?: 'cut' | 'own' | undefined;
  readonly onChange: (remedy: Remedy | undefined) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { side, remedy, cuts, onChange, children } = props;
  const id = useId();
  const kind: Kind = remedy?.kind ?? 'none';
  const { choices, says } = words;
  return (
    <div className={styles['side']}>
      <div className={styles['row']}>
        <b id={id}>{words[side]}</b>
        <Segmented
          label={words[side === 'before' ? 'beforeWhat' : 'afterWhat']}
          value={kind}
          onChange={(chosen) => {
            onChange(remedyOf(chosen));
          }}
          options={KINDS.map((value) => ({
            value,
            text: value === 'none' ? choices.none[side] : choices[value],
          }))}
        />
        {remedy?.kind === 'top' && <Components count={remedy.components} side={side} onChange={onChange} />}
        {children}
      </div>
      <p className={styles['says']}>
        <WithTerms
          text={kind === 'none' ? says.none[cuts ?? side] : says[kind]}
          terms={['vector', ...REMEDY_TERMS]}
        />
      </p>
    </div>
  );
}

function Components(props: {
  readonly count: number;
  readonly side: 'before' | 'after';
  readonly onChange: (remedy: Remedy) => void;
}): ReactNode {
  const { count, side, onChange } = props;
  const [text, setText] = useState(String(count));
  return (
    <label className={styles['components']}>
      <span className={styles['spoken']}>{`${words[side]}: ${words.components}`}</span>
      <input
        type="text"
        inputMode="numeric"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const components = wholeNumber(target.value, MOST_COMPONENTS);
          if (components !== undefined && components >= 1) onChange({ kind: 'top', components });
        }}
        onBlur={() => {
          setText(String(count));
        }}
      />
    </label>
  );
}

function remedyOf(kind: Kind): Remedy | undefined {
  if (kind === 'none') return undefined;
  return kind === 'top' ? { kind, components: COMPONENTS } : { kind };
}
