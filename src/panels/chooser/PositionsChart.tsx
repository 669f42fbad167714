import { useMemo, useState, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { decimal, signed } from '../../charts/scale/format.ts';
import { SpikePlot } from '../../charts/spike/SpikePlot.tsx';
import { largestMagnitudes, OUT_OF_LINE } from '../../measures/origins.ts';
import { zOfMean } from '../../measures/z-of-mean.ts';
import { strings } from '../../strings/index.ts';
import { listed } from './listed.ts';

const words = strings.chooser.peek;
const NOTHING_CUT: ReadonlySet<number> = new Set();
/** Dimensions marked at most. */
const MARKED = 3;
/** A mark is for what no eye would miss: a row of weights has a few beyond three deviations by chance. */
const MARK_FROM = 2 * OUT_OF_LINE;

export interface PositionsChartProps {
  /** Mean position embedding, [dims]. */
  readonly mean: Float32Array;
  readonly count: number;
  readonly sample: string;
}

/** The mean position embedding, by dimension. */
export function PositionsChart({ mean, count, sample }: PositionsChartProps): ReactNode {
  const [dim, setDim] = useState<number>();
  const largest = useMemo(() => largestMagnitudes(mean, MARKED), [mean]);
  const tails = useMemo(
    () =>
      largest
        .filter(({ z }) => Math.abs(z) >= MARK_FROM)
        .map(({ dim: at, z }) => ({ dim: at, side: z < 0 ? ('min' as const) : ('max' as const) })),
    [largest],
  );
  const [first] = largest;
  const dims = tails.map((tail) => tail.dim);
  return (
    <ChartFrame
      heading={4}
      terms={['positionEmbeddings', 'meanVector', 'z', 'dimension']}
      title={dims.length === 0 ? words.noPositions : words.positions(listed(dims), dims.length)}
      sentence={words.positionsSentence(count)}
      sample={sample}
      summary={words.positionsSummary(first?.dim ?? 0, decimal(first?.value ?? 0), signed(first?.z ?? 0, 1))}
      name="peek-positions"
      rows={() => {
        const z = zOfMean(mean);
        return {
          columns: words.positionColumns,
          rows: Array.from(mean, (value, at) => [at, value, z[at] ?? 0]),
        };
      }}
    >
      <SpikePlot
        values={mean}
        tails={tails}
        cut={NOTHING_CUT}
        selected={dim ?? first?.dim}
        height={200}
        onSelect={setDim}
      />
    </ChartFrame>
  );
}
