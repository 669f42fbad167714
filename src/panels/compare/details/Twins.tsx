import type { ReactNode } from 'react';
import styles from './details.module.css';

/** A chart of either side, A's first: beside each other where there is room, their drawings level. */
export function Twins({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles['twins']}>{children}</div>;
}
