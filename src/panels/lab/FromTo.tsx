import type { ReactNode } from 'react';
import styles from './lab.module.css';

/** A figure before the cut, and after it where one is made: ".81 → .74". */
export function FromTo({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string | undefined;
}): ReactNode {
  return (
    <span className={styles['fromTo']}>
      <b>{before}</b>
      {after !== undefined && (
        <>
          {' → '}
          <span className={styles['after']}>{after}</span>
        </>
      )}
    </span>
  );
}
