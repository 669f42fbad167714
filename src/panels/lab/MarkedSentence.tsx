import type { ReactNode } from 'react';
import styles from './lab.module.css';

/** A sentence given as words, one or some of them marked. */
export function MarkedSentence(props: {
  readonly words: readonly string[];
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}): ReactNode {
  const { words, from, to } = props;
  const text = (a: number, b: number): string => words.slice(a, b).join(' ');
  return (
    <span dir="auto">
      {text(0, from)} <mark className={styles['mark']}>{text(from, to)}</mark> {text(to, words.length)}
    </span>
  );
}
