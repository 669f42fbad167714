import type { ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { count, decimal, percent } from '../../charts/scale/format.ts';
import type { Standing } from '../../measures/standing.ts';
import type { OriginsResult } from '../../protocol/experiments/origins.ts';
import { strings } from '../../strings/index.ts';
import { EmptyChart } from '../explore/EmptyChart.tsx';
import { EmbeddingMultiples } from './EmbeddingMultiples.tsx';
import styles from './OriginsView.module.css';
import { ALONE, type WeightsPanelProps } from './weights-panel.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.originsView.tables;
const TERMS = ['rank', 'token', 'vector', 'dimension'] as const;

/** A dimension in the embeddings of tokens and of segments. */
export function TablesPanel({ result, dim, model, beside }: WeightsPanelProps): ReactNode {
  const { tokens } = result;
  const sample = strings.originsView.weightsSample(model);
  const { titled, prefix } = beside ?? ALONE;
  const heading = beside ? 4 : 2;
  if (typeof tokens === 'string')
    return (
      <EmptyChart
        title={titled(words.titleMissing)}
        heading={heading}
        sentence={words.sentence}
        sample={sample}
        name={`${prefix}token-embeddings`}
        terms={TERMS}
        instead={strings.originsView.missing[tokens]}
      />
    );
  const mean = tokens.standings.find((each) => each.dim === dim);
  const folded = tokens.folded.find((each) => each.dim === dim);
  if (!mean || !folded) return null;
  const rows = [{ name: words.meanToken(count(tokens.tokens)), ...mean }, ...segmentRows(result, dim)];
  return (
    <ChartFrame
      note={!beside && <PaperSays claim="tables" />}
      terms={TERMS}
      title={titled(words.title({ dim, rank: mean.rank, of: tokens.mean.length }))}
      sentence={words.sentence}
      sample={sample}
      summary={words.summary}
      name={`${prefix}token-embeddings`}
      heading={heading}
      rows={() => ({
        columns: words.columns,
        rows: rows.map(({ name, value, rank }) => [name, value, rank]),
      })}
    >
      <EmbeddingMultiples result={result} dim={dim} />
      <table className={styles['means']}>
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, rank }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{decimal(value, 4)}</td>
              <td>{rank}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['note']}>
        {words.shares({
          dim,
          smallest: percent(folded.smallest),
          largest: percent(folded.largest),
          rank: decimal(folded.meanRank, 1),
        })}
      </p>
    </ChartFrame>
  );
}

function segmentRows(
  { segments }: OriginsResult,
  dim: number,
): readonly (Standing & { readonly name: string })[] {
  if (typeof segments === 'string') return [];
  return segments.flatMap(({ standings }, segment) => {
    const standing = standings.find((each) => each.dim === dim);
    return standing ? [{ ...standing, name: words.segment(segment) }] : [];
  });
}
