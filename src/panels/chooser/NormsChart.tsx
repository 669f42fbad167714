import { useMemo, useState, type ReactNode } from 'react';
import type { Peeked, PeekedNorm } from '../../checkpoint/sources/index.ts';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { LayerHeatMap } from '../../charts/heat/LayerHeatMap.tsx';
import type { Table, TableCell } from '../../charts/table.ts';
import { type Origin, largestMagnitudes, tailOrigins } from '../../measures/origins.ts';
import { zOfMean } from '../../measures/z-of-mean.ts';
import { strings } from '../../strings/index.ts';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { listed } from './listed.ts';

const words = strings.chooser.peek;
const NOTHING_CUT: ReadonlySet<number> = new Set();
/** Dimensions looked at for a mark, marks at most, and dimensions of each vector in the table. */
const ORIGINS = 12;
const MARKED = 3;
const RANKS = 3;
/** Share of the LayerNorms in which a dimension must be out of line to be marked. */
const SHARE = 1 / 3;

type Kind = 'gamma' | 'beta';
const KINDS: readonly Kind[] = ['beta', 'gamma'];

export interface NormsChartProps {
  readonly peeked: Peeked;
  readonly sample: string;
}

/** The scale or the shift of every LayerNorm, by dimension. */
export function NormsChart({ peeked, sample }: NormsChartProps): ReactNode {
  const { norms, dims, positions } = peeked;
  const [kind, setKind] = useState<Kind>('beta');
  const [row, setRow] = useState(0);
  const mean = positions?.mean.length === dims ? positions.mean : undefined;
  const origins = useMemo(() => tailOrigins(norms, mean, ORIGINS), [norms, mean]);
  const z = useMemo(() => zByNorm(norms, dims, kind), [norms, dims, kind]);
  const shown = useMemo(
    () =>
      origins
        .filter((origin) => countOf(origin, kind) >= SHARE * norms.length)
        .sort((a, b) => countOf(b, kind) - countOf(a, kind))
        .slice(0, MARKED),
    [origins, kind, norms],
  );
  const tails = useMemo(
    () => shown.map(({ dim }) => ({ dim, side: sideOf(z, dims, dim) })),
    [shown, z, dims],
  );
  const [dim, setDim] = useState<number>();
  const labels = useMemo(() => norms.map(shortName), [norms]);
  const names = useMemo(() => norms.map(fullName), [norms]);
  const title = titleOf(shown, kind, norms.length);
  return (
    <ChartFrame
      heading={4}
      terms={['layerNorm', 'sd', 'dimension']}
      title={title}
      sentence={words.normsSentence}
      sample={sample}
      summary={words.normsSummary(norms.length, dims, title)}
      name={`peek-${kind}`}
      rows={() => normsTable(norms)}
      options={
        <Segmented
          label={words.kind}
          options={KINDS.map((value) => ({ value, text: words[value] }))}
          value={kind}
          onChange={(next) => {
            setKind(next);
          }}
        />
      }
    >
      <LayerHeatMap
        z={z}
        dims={dims}
        layers={labels}
        names={names}
        tails={tails}
        cut={NOTHING_CUT}
        layer={row}
        selected={dim ?? tails[0]?.dim ?? 0}
        words={strings.charts.heatOfWeights}
        onSelect={(newDim, newRow) => {
          setDim(newDim);
          setRow(newRow);
        }}
      />
    </ChartFrame>
  );
}

const countOf = ({ gammas, betas }: Origin, kind: Kind): number => (kind === 'gamma' ? gammas : betas);

/** z of each dimension within its vector, [norms, dims]. */
function zByNorm(norms: readonly PeekedNorm[], dims: number, kind: Kind): Float32Array {
  const z = new Float32Array(norms.length * dims);
  norms.forEach((norm, i) => {
    z.set(zOfMean(norm[kind]), i * dims);
  });
  return z;
}

/** On which side of the others a dimension lies over all rows. */
function sideOf(z: Float32Array, dims: number, dim: number): 'min' | 'max' {
  let sum = 0;
  for (let at = dim; at < z.length; at += dims) sum += z[at] ?? 0;
  return sum < 0 ? 'min' : 'max';
}

function titleOf(origins: readonly Origin[], kind: Kind, of: number): string {
  const name = kind === 'gamma' ? words.gammaShort : words.betaShort;
  const counts = origins.map((origin) => countOf(origin, kind));
  const least = Math.min(...counts);
  if (origins.length === 0) return words.none(name);
  const count = least < Math.max(...counts) ? words.orMore(least) : String(least);
  return words.found(listed(origins.map(({ dim }) => dim)), origins.length, count, of, name);
}

function shortName({ layer, after }: PeekedNorm): string {
  return after === 'embeddings' ? words.short.embeddings : words.short[after](layer);
}

function fullName({ layer, after }: PeekedNorm): string {
  return after === 'embeddings' ? words.after.embeddings : words.after[after](layer);
}

/** A row for each LayerNorm: the largest dimensions of its scale and of its shift. */
function normsTable(norms: readonly PeekedNorm[]): Table {
  const ranks = Array.from({ length: RANKS }, (_, i) => i + 1);
  const { norm: rowName, dim, value } = words.columns;
  return {
    columns: [
      rowName,
      ...KINDS.flatMap((kind) => ranks.flatMap((rank) => [dim(words[kind], rank), value(words[kind], rank)])),
    ],
    rows: norms.map((norm): readonly TableCell[] => [
      fullName(norm),
      ...KINDS.flatMap((kind) =>
        largestMagnitudes(norm[kind], RANKS).flatMap((found) => [found.dim, found.value]),
      ),
    ]),
  };
}
