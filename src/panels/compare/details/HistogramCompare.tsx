import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { histogramTable } from '../../../charts/histogram/histogram-table.ts';
import { HistogramRows, type HistogramRow } from '../../../charts/histogram/HistogramRows.tsx';
import type { Spread } from '../../../charts/histogram/histogram-layout.ts';
import { count, decimal } from '../../../charts/scale/format.ts';
import { histogramOf } from '../../../measures/histogram-envelope.ts';
import type { PortraitResult } from '../../../protocol/experiments/compare.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useActions, useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import lab from '../../lab/lab.module.css';
import { histogramGround, type HistogramGround } from '../../explore/histogram-ground.ts';
import { tailsOf } from '../settings.ts';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import type { ComparedSide } from '../use-side.ts';
import { followedOf } from './followed.ts';
import { sideWords, textSample } from './side-words.ts';
import { useSharedLayer } from './use-shared-layer.ts';
import { Twins } from './Twins.tsx';

const words = strings.compareDetails.values;
const UNCUT: ReadonlySet<number> = new Set();

interface Drawn extends HistogramGround {
  readonly layer: number;
  readonly rows: readonly HistogramRow[];
}

/** How the values of either side's tails are spread over its tokens, on one axis. */
export function HistogramCompare({ compared: { a, b, names } }: { readonly compared: Compared }): ReactNode {
  const layer = useSharedLayer(a, b);
  const one = useDrawn(a, layer);
  const other = useDrawn(b, layer);
  const spreadA = useSpreads(one);
  const spreadB = useSpreads(other);
  return (
    <Twins>
      <SideHistogram side={a} name={names.nameA} drawn={one} beside={spreadB} />
      <SideHistogram side={b} name={names.nameB} drawn={other} beside={spreadA} />
    </Twins>
  );
}

/** In one layer, the treatment made; undefined of components, which are no dimensions. */
function useDrawn({ side, portrait, whole, cut }: ComparedSide, layer: number): Drawn | undefined {
  const rule = useApp((state) => state.rule);
  const whitened = side.remedy?.kind === 'whiten';
  return useMemo(() => {
    if (!portrait || !whole || whitened) return undefined;
    const { dims } = followedOf(whole, rule, cut);
    const tails = tailsOf(whole, rule);
    const of = portrait.counted[0] + portrait.counted[1] + portrait.counted[2];
    const { histogram } = portrait;
    const rows = dims.map((dim) => ({
      dim,
      counts: histogramOf(histogram, layer, dim),
      tail: tails.find((tail) => tail.dim === dim)?.side,
      minima: extremesOf(portrait, portrait.minima, layer, dim),
      maxima: extremesOf(portrait, portrait.maxima, layer, dim),
      of,
    }));
    return { layer, rows, ...histogramGround(histogram, layer, new Set(dims), of) };
  }, [portrait, whole, cut, whitened, rule, layer]);
}

/** Of all kinds of tokens. */
function extremesOf(
  { layers, dims }: PortraitResult,
  counts: Uint32Array,
  layer: number,
  dim: number,
): number {
  let sum = 0;
  for (let i = layer * dims + dim; i < counts.length; i += layers * dims) sum += counts[i] ?? 0;
  return sum;
}

function useSpreads(drawn: Drawn | undefined): readonly Spread[] {
  return useMemo(
    () =>
      drawn
        ? [...drawn.rows.map(({ counts }) => counts), drawn.envelope.high].map((counts) => ({
            counts,
            bins: drawn.bins,
          }))
        : [],
    [drawn],
  );
}

function SideHistogram(props: {
  readonly side: ComparedSide;
  readonly name: string;
  readonly drawn: Drawn | undefined;
  readonly beside: readonly Spread[];
}): ReactNode {
  const { side, name, drawn, beside } = props;
  const dimension = useApp((state) => state.dimension);
  const data = useApp((state) => selectData('words', state)?.name ?? '');
  const { selectDimension } = useActions();
  const { letter, titled, sentence, prefix } = sideWords(side, name);
  const { portrait } = side;
  if (side.side.remedy?.kind === 'whiten') return <p className={lab['hint']}>{words.components(letter)}</p>;
  if (!drawn || !portrait) return <SideStatus asks={[side.ask]} />;
  const { layer, rows, bins, envelope } = drawn;
  const [first] = rows;
  if (!first) return null;
  const where = strings.explore.inLayer(layer);
  const mean = portrait.mean[layer * portrait.dims + first.dim] ?? NaN;
  return (
    <ChartFrame
      title={titled(
        side.cut.includes(first.dim)
          ? words.zero(first.dim, where)
          : words.mean(first.dim, decimal(mean, 2), where),
      )}
      sentence={sentence(words.histogram)}
      sample={textSample(side, data, portrait)}
      summary={strings.explore.histogram.summary(
        first.dim,
        where,
        count(first.minima),
        count(first.maxima),
        count(first.of),
      )}
      name={`${prefix}values-layer-${layer}`}
      heading={4}
      terms={['histogram', 'tail', 'token', 'dimension']}
      rows={() => histogramTable(rows, bins, envelope)}
    >
      <HistogramRows
        rows={rows}
        bins={bins}
        envelope={envelope}
        beside={beside}
        cut={UNCUT}
        selected={dimension}
        onSelect={selectDimension}
      />
    </ChartFrame>
  );
}
