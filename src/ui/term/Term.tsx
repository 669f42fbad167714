import { useId, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import styles from './Term.module.css';

export type TermName = keyof typeof strings.glossary;

export interface TermProps {
  readonly name: TermName;
  readonly children: ReactNode;
}

/** Widest the explanation gets, and its distance from the window's edge, in pixels. */
const WIDTH = 300;
const EDGE = 12;

/** A word with a dotted line under it: pressing it says what it means; Escape or a press elsewhere closes that. */
export function Term({ name, children }: TermProps): ReactNode {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<CSSProperties>();
  return (
    <>
      <button
        ref={word}
        type="button"
        className={styles['term']}
        popoverTarget={id}
        aria-describedby={place && id}
      >
        {children}
      </button>
      <span
        id={id}
        popover="auto"
        role="note"
        className={styles['meaning']}
        style={place}
        onBeforeToggle={(event) => {
          setPlace(event.newState === 'open' && word.current ? beside(word.current) : undefined);
          if (event.newState === 'open') closeOnScroll(event.currentTarget);
        }}
      >
        {place && strings.glossary[name].means}
      </span>
    </>
  );
}

/** Under the word, or over it in the lower part of the window. */
function beside(word: HTMLElement): CSSProperties {
  const { left, top, bottom } = word.getBoundingClientRect();
  const width = Math.min(WIDTH, innerWidth - 2 * EDGE);
  const x = Math.max(EDGE, Math.min(left, innerWidth - width - EDGE));
  return bottom > innerHeight * 0.7
    ? { width, left: x, bottom: innerHeight - top + 6 }
    : { width, left: x, top: bottom + 6 };
}

/** It stands where its word was, and would stay there. */
function closeOnScroll(meaning: HTMLElement): void {
  addEventListener(
    'scroll',
    () => {
      if (meaning.isConnected) meaning.hidePopover();
    },
    { once: true, capture: true, passive: true },
  );
}
