import { useId, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { Button } from '../button/Button.tsx';
import { useOpenDefinition } from './open-definition.ts';
import styles from './Term.module.css';

export type TermName = keyof typeof strings.glossary;
/** The terms of a text that has figures: at least one of them says what they mean. */
export type Terms = readonly [TermName, ...TermName[]];

export interface TermProps {
  readonly name: TermName;
  readonly children: ReactNode;
}

/** Widest the explanation gets, and its distance from the window's edge, in pixels. */
const WIDTH = 300;
const EDGE = 12;
/** Its distance from the word, and the height that it has room enough in. */
const GAP = 6;
const ROOM = 240;

/**
 * A word with a dotted line under it: pressing it says what it means, by which formula and whose, with the way to the whole
 * definition; Escape or a press elsewhere closes that. It is a span because a browser breaks no button across lines.
 */
export function Term({ name, children }: TermProps): ReactNode {
  const id = useId();
  const word = useRef<HTMLSpanElement>(null);
  const meaning = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<CSSProperties>();
  /** Whether it was open when it was pressed on: the browser has closed it by the time of the click. */
  const wasOpen = useRef(false);
  /** Ends what listens while the explanation is open. */
  const open = useRef<AbortController>(undefined);
  return (
    <>
      <span
        ref={word}
        role="button"
        tabIndex={0}
        data-term={name}
        className={styles['term']}
        aria-expanded={place !== undefined}
        aria-describedby={place && id}
        onPointerDown={() => {
          wasOpen.current = place !== undefined;
        }}
        onClick={(event) => {
          // a label around it is not pressed with it
          event.preventDefault();
          meaning.current?.togglePopover(wasOpen.current ? false : undefined);
          wasOpen.current = false;
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          meaning.current?.togglePopover();
        }}
      >
        {children}
      </span>
      <span
        ref={meaning}
        id={id}
        popover="auto"
        role="note"
        className={styles['meaning']}
        style={place}
        onBeforeToggle={(event) => {
          const opens = event.newState === 'open' && word.current;
          setPlace(opens ? beside(opens) : undefined);
          open.current?.abort();
          open.current = opens ? closeOnScroll(event.currentTarget, opens) : undefined;
        }}
      >
        {place && <Meaning name={name} />}
      </span>
    </>
  );
}

function Meaning({ name }: { readonly name: TermName }): ReactNode {
  const open = useOpenDefinition();
  const term = strings.glossary[name];
  if (!('see' in term)) return term.means;
  const { means, formula, from, see } = term;
  const place = { section: see, at: 'at' in term ? term.at : undefined };
  return (
    <>
      {means}
      <span className={styles['formula']}>{formula}</span>
      <small className={styles['from']}>{strings.definitions.from(from)}</small>
      {open && (
        <Button
          look="quiet"
          className={styles['whole']}
          onClick={({ currentTarget }) => {
            // first: the word is what the focus comes back to
            currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
            open(place);
          }}
        >
          {strings.definitions.open}
        </Button>
      )}
    </>
  );
}

/** Under the word, or over it in the lower part of the window. */
function beside(word: HTMLElement): CSSProperties {
  const { top, bottom } = word.getBoundingClientRect();
  // of a word broken over two lines, where it begins
  const left = word.getClientRects()[0]?.left ?? 0;
  const width = Math.min(WIDTH, innerWidth - 2 * EDGE);
  const x = Math.max(EDGE, Math.min(left, innerWidth - width - EDGE));
  // where there is more room: a formula takes some lines
  const [over, under] = [top - GAP - EDGE, innerHeight - bottom - GAP - EDGE];
  return bottom > innerHeight * 0.7 || (under < ROOM && over > under)
    ? { width, left: x, bottom: innerHeight - top + GAP, maxHeight: over }
    : { width, left: x, top: bottom + GAP, maxHeight: under };
}

/**
 * It stands where its word was, and would stay there. What scrolls inside it leaves it open, and so does what had
 * scrolled before: a busy page tells of that late.
 */
function closeOnScroll(meaning: HTMLElement, word: HTMLElement): AbortController {
  const opened = word.getBoundingClientRect();
  const listening = new AbortController();
  const close = (): void => {
    const { left, top } = word.getBoundingClientRect();
    if (left === opened.left && top === opened.top) return;
    listening.abort();
    if (meaning.isConnected) meaning.hidePopover();
  };
  addEventListener('scroll', close, { capture: true, passive: true, signal: listening.signal });
  return listening;
}
