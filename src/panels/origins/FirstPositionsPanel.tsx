import { useMemo, useState, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { decimal } from '../../charts/scale/format.ts';
import { multiplesTable, SpikeMultiples, type SpikeLayer } from '../../charts/spike/SpikeMultiples.tsx';
import type { Tail } from '../../charts/tail.ts';
import { at } from '../../core/at.ts';
import { OUT_OF_LINE } from '../../measures/origins.ts';
import type { PositionOrigins } from '../../protocol/experiments/origins.ts';
import { strings } from '../../strings/index.ts';
import { EmptyChart } from '../explore/EmptyChart.tsx';
import type { WeightsPanelProps } from './weights-panel.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.originsView.positions;
const TERMS = ['positionEmbeddings', 'vector', 'dimension', 'sd'] as const;
const NOTHING: ReadonlySet<number> = new Set();

/** The first positions' whole vectors, side by side. */
export function FirstPositionsPanel({ result, dim, model }: WeightsPanelProps): ReactNode {
  const { positions } = result;
  const [chosen, setChosen] = useState(0);
  const layers = useMemo(
    () => (typeof positions === 'string' ? [] : positions.first.map((_, p) => smallOf(positions, p, dim))),
    [positions, dim],
  );
  if (typeof positions === 'string')
    return (
      <EmptyChart
        title={positions === 'none' ? words.firstNone : words.titleMissing}
        sentence={words.firstSentence}
        sample={strings.originsView.weightsSample(model)}
        name="first-positions"
        terms={TERMS}
        instead={positions === 'none' ? words.none : strings.originsView.missing[positions]}
      />
    );
  const furthest = positions.extremes
    .flatMap(({ largest, smallest }, position) => [
      { ...largest, position },
      { ...smallest, position },
    ])
    .reduce((most, each) => (Math.abs(each.z) > Math.abs(most.z) ? each : most));
  const title =
    Math.abs(furthest.z) >= OUT_OF_LINE
      ? words.firstTitle({
          dim: furthest.dim,
          position: furthest.position,
          z: decimal(Math.abs(furthest.z), 1),
        })
      : words.firstCalm;
  return (
    <ChartFrame
      note={<PaperSays claim="positions" />}
      terms={TERMS}
      title={title}
      sentence={words.firstSentence}
      sample={strings.originsView.weightsSample(model)}
      summary={title}
      name="first-positions"
      rows={() => multiplesTable(layers)}
    >
      <SpikeMultiples layers={layers} chosen={chosen} onChoose={setChosen} />
    </ChartFrame>
  );
}

/** A position with its outliers marked, and the dimension that is followed, faintly where it is none. */
function smallOf({ first, extremes }: PositionOrigins, position: number, dim: number): SpikeLayer {
  const values = first[position] ?? new Float32Array();
  const { largest, smallest } = extremes[position] ?? {};
  const out: Tail[] = [];
  if (largest && largest.z >= OUT_OF_LINE) out.push({ dim: largest.dim, side: 'max' });
  if (smallest && smallest.z <= -OUT_OF_LINE) out.push({ dim: smallest.dim, side: 'min' });
  if (!out.some((tail) => tail.dim === dim))
    out.push({ dim, side: at(values, dim) < 0 ? 'min' : 'max', faint: true });
  return { label: words.position(position), values, tails: out, cut: NOTHING };
}
