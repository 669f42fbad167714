import type { ReactNode } from 'react';
import type { Terms } from '../../ui/term/Term.tsx';
import { ScrollAcross } from '../../ui/scroll/ScrollAcross.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import styles from './compare.module.css';

export interface SideTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly terms: Terms;
  /** Its rows. */
  readonly children: ReactNode;
}

/** A table of one side. */
export function SideTable({ caption, columns, terms, children }: SideTableProps): ReactNode {
  return (
    <ScrollAcross label={caption}>
      <table className={styles['ofSide']}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <WithTerms text={column} terms={terms} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollAcross>
  );
}
