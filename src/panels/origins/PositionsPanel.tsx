import type { ReactNode } from 'react';
import { BandLine } from '../../charts/band/BandLine.tsx';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { decimal } from '../../charts/scale/format.ts';
import { at } from '../../core/at.ts';
import { strings } from '../../strings/index.ts';
import { EmptyChart } from '../explore/EmptyChart.tsx';
import { ALONE, type WeightsPanelProps } from './weights-panel.ts';

const words = strings.originsView.positions;
const TERMS = ['positionEmbeddings', 'rank', 'dimension', 'vector', 'token'] as const;

/** One dimension of every position embedding, over all others. */
export function PositionsPanel({ result, dim, model, beside }: WeightsPanelProps): ReactNode {
  const { positions, norms } = result;
  const sample = strings.originsView.weightsSample(model);
  const { titled, prefix, values: others } = beside ?? ALONE;
  const heading = beside ? 4 : 2;
  if (typeof positions === 'string') {
    const none = positions === 'none';
    return (
      <EmptyChart
        title={titled(none ? words.titleNone : words.titleMissing)}
        heading={heading}
        sentence={words.sentence}
        sample={sample}
        name={`${prefix}position-embeddings`}
        terms={TERMS}
        instead={none ? words.none : strings.originsView.missing[positions]}
      />
    );
  }
  const found = positions.followed.find((each) => each.dim === dim);
  if (!found) return null;
  const { values, ranks } = found;
  const of = norms[0]?.gamma.values.length ?? positions.first[0]?.length ?? 0;
  return (
    <ChartFrame
      terms={TERMS}
      title={titled(words.title({ dim, rank: at(ranks, 0), of, value: decimal(at(values, 0), 3) }))}
      sentence={words.sentence}
      sample={sample}
      summary={words.summary({ dim, positions: positions.positions })}
      name={`${prefix}position-embeddings`}
      heading={heading}
      rows={() => ({
        columns: words.columns,
        rows: Array.from(values, (value, position) => [position, value, at(ranks, position)]),
      })}
    >
      <BandLine
        values={values}
        spread={positions.spread}
        beside={others}
        label={words.label}
        axis={words.axis}
        placeName={String}
        reading={(position) =>
          words.reading({
            position,
            value: decimal(at(values, position), 3),
            rank: at(ranks, position),
            of,
          })
        }
      />
    </ChartFrame>
  );
}
