import type { ReactNode } from 'react';
import { decimal, percent } from '../../charts/scale/format.ts';
import type { Experiment } from '../../checkpoint/index.ts';
import { strings } from '../../strings/index.ts';
import { ScrollAcross } from '../../ui/scroll/ScrollAcross.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { inWords, perplexityText } from './amounts.ts';
import type { ModelRecord } from './record.ts';
import styles from './TailTables.module.css';

const words = strings.models.experiments;

/** Short runs in which something was varied, as the cards tell of them; each once. */
export function ExperimentsTable({ records }: { readonly records: readonly ModelRecord[] }): ReactNode {
  const rows = experimentsOf(records);
  if (rows.length === 0) return null;
  return (
    <div className={styles['tried']}>
      <h3 className={styles['title']}>{words.title}</h3>
      <p className={styles['lead']}>{words.lead}</p>
      <ScrollAcross label={words.title}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {words.columns.map((column) => (
                <th key={column} scope="col">
                  <WithTerms text={column} terms={['token', 'perplexity', 'tail']} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, changed, tokens, perplexity, tail }, i) => (
              <tr key={i} className={styles['long']}>
                <th scope="row">{name}</th>
                <td>{changed}</td>
                <td>{tokens === undefined ? '' : inWords(tokens)}</td>
                <td>{perplexity === undefined ? '' : perplexityText(perplexity)}</td>
                <td>{tailText(tail)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollAcross>
    </div>
  );
}

function experimentsOf(records: readonly ModelRecord[]): readonly Experiment[] {
  const known = new Map<string, Experiment>();
  for (const { card } of records)
    for (const experiment of card.experiments) known.set(JSON.stringify(experiment), experiment);
  return [...known.values()];
}

function tailText(tail: Experiment['tail']): string {
  if (tail === null) return words.none;
  if (typeof tail === 'string') return tail;
  if (!tail) return '';
  const { dim, side, share, z } = tail;
  return [
    side === undefined ? String(dim) : `${strings.charts.strips.mark[side]} ${dim}`,
    ...(share === undefined ? [] : [words.share(percent(share))]),
    ...(z === undefined ? [] : [words.z(decimal(z, 1))]),
  ].join(', ');
}
