import type { ReactNode } from 'react';
import type { ClaimId } from '../../paper/claims.ts';
import { strings } from '../../strings/index.ts';
import styles from './lab.module.css';

/** What the paper reports of its own models, on its own data, beside the figures that are measured here. */
export function PaperSays({ claim }: { readonly claim: ClaimId }): ReactNode {
  const { paper, where } = strings.paper.claims[claim];
  return (
    <p className={styles['paper']}>
      <b>{strings.paper.beside(where)}</b> {paper}
    </p>
  );
}
