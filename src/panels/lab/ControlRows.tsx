import type { ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import type { TermName } from '../../ui/term/Term.tsx';
import { ScrollAcross } from '../../ui/scroll/ScrollAcross.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import styles from './control.module.css';

const words = strings.lab.random;

/** What the figures of all these tables are. */
const TERMS: readonly TermName[] = [
  'anisotropy',
  'pairMeans',
  'cosine',
  'isoScore',
  'kurtosis',
  'accuracy',
  'bestCell',
  'roc',
  'macro',
  'micro',
  'adjusted',
  'selfSimilarity',
  'spearman',
  'pearson',
  'f1',
];

/** A figure of one layer whole, with the cut, and over the draws of random dimensions. */
export interface ControlRow {
  readonly name: string;
  readonly whole: number;
  readonly cut: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly text: (value: number) => string;
}

/** A cut's figures beside those of cuts of random dimensions. */
export function ControlRows({ rows }: { readonly rows: readonly ControlRow[] }): ReactNode {
  // a view may have several: each is called by what it is of
  const caption = words.caption(rows[0]?.name ?? '');
  return (
    <ScrollAcross label={caption}>
      <table className={styles['table']}>
        <caption className={styles['spoken']}>{caption}</caption>
        <thead>
          <tr>
            {words.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, text, ...row }) => (
            <tr key={name}>
              <th scope="row">
                <WithTerms text={name} terms={TERMS} />
              </th>
              <td>{text(row.whole)}</td>
              <td className={styles['after']}>{text(row.cut)}</td>
              <td>{text(row.mean)}</td>
              <td>{text(row.low)}</td>
              <td>{text(row.high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollAcross>
  );
}
