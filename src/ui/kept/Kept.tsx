import type { ReactNode } from 'react';
import styles from './Kept.module.css';

/** What a line must not end within: "57 %", "× 100". */
const UNITS = /(\S+ %|× \d+)/;

/** A text whose figures stay with their units where a line ends. */
export function Kept({ children: text }: { readonly children: string }): ReactNode {
  const parts = text.split(UNITS);
  if (parts.length === 1) return text;
  return parts.map((part, i) =>
    // what was split at stands between what it split
    i % 2 === 0 ? (
      part
    ) : (
      <span key={i} className={styles['kept']}>
        {part}
      </span>
    ),
  );
}
