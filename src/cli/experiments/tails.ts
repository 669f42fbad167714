import { treatedPass } from '../../engine/index.ts';
import { DEFAULT_TAIL_RULE, detectTails } from '../../measures/detect-tails.ts';
import { extremeShares } from '../../measures/extreme-shares.ts';
import { kurtosis } from '../../measures/kurtosis.ts';
import { TokenStatistics } from '../../measures/token-statistics.ts';
import { zOfMean } from '../../measures/z-of-mean.ts';
import { strings } from '../../strings/index.ts';
import { reporting, type Findings } from '../context.ts';
import { rounded } from '../report.ts';
import { table } from '../table.ts';
import { inWindows, type Additive, type Together } from '../shards/additive.ts';
import { treatmentOf } from './text.ts';

const TOP = 5;

interface TailsOfLayer {
  readonly argmin: readonly { readonly dim: number; readonly share: number }[];
  readonly argmax: readonly { readonly dim: number; readonly share: number }[];
  readonly z: readonly { readonly dim: number; readonly z: number; readonly mean: number }[];
  readonly kurtosis: number;
}

/** Which dimensions stand out in which layers (docs/measures.md, "Tails"). */
export const tails: Additive = {
  collect: inWindows(async (context, text) => {
    const { model, settings } = context;
    const statistics = new TokenStatistics(model.info.layers + 1, model.info.dims);
    const pass = treatedPass(model, text, treatmentOf(settings), reporting(context));
    for await (const { treated, kinds, starts } of pass) statistics.add(treated, kinds, starts);
    const { counted, minima, maxima, sums } = statistics;
    return {
      counted: Float64Array.from(counted),
      minima: Float64Array.from(minima),
      maxima: Float64Array.from(maxima),
      ...sums,
    };
  }),
  conclude,
};

function conclude({ sums, shape: { layers, dims } }: Together): Pick<Findings, 'fields' | 'text'> {
  const array = (name: string) => sums[name] ?? new Float64Array();
  const [words = 0, first = 0, last = 0] = array('counted');
  const counted = [words, first, last] as const;
  const tokens = words + first + last;
  const minima = Uint32Array.from(array('minima'));
  const maxima = Uint32Array.from(array('maxima'));
  const mean = Float32Array.from(array('sum'), (sum) => sum / tokens);
  const square = Float32Array.from(array('square'), (sum) => sum / tokens);
  const minimumShares = extremeShares(minima, counted);
  const maximumShares = extremeShares(maxima, counted);
  const found = detectTails({ counted, minima, maxima, layers, dims, mean, square });
  const byLayer = Array.from({ length: layers }, (_, layer): TailsOfLayer => {
    const row = [layer * dims, (layer + 1) * dims] as const;
    const [means, squares] = [mean.subarray(...row), square.subarray(...row)];
    const shares = (of: Float64Array) => top(of.subarray(...row)).map(([dim, share]) => ({ dim, share }));
    return {
      argmin: shares(minimumShares),
      argmax: shares(maximumShares),
      z: top(zOfMean(means, squares)).map(([dim, z]) => ({ dim, z, mean: rounded(means[dim] ?? 0) })),
      kurtosis: rounded(kurtosis(squares)),
    };
  });
  const named = found
    .filter(({ scope }) => scope === 'all')
    .map(({ dim, side, layers: where }) => ({ dim, side, layers: where }));
  // kept apart: they say nothing of most vectors
  const specialTails = found
    .filter(({ scope }) => scope === 'special')
    .map(({ dim, side, layers: where, carriers }) => ({ dim, side, layers: where, carriers }));
  const { tail, specialTail } = strings.cli;
  const lines = [
    ...(named.length === 0 ? [whyNone(tokens)] : named.map(tail)),
    ...specialTails.map(specialTail),
  ];
  return {
    fields: { layers: byLayer, tails: named, specialTails },
    text: `${draw(byLayer)}\n\n${lines.join('\n')}`,
  };
}

/** Why no tail is named of so many vectors. */
export function whyNone(tokens: number): string {
  const needed = DEFAULT_TAIL_RULE.vectors;
  return tokens < needed ? strings.cli.fewTokens({ tokens, needed }) : strings.cli.noTails;
}

/** The largest few by absolute value, largest first; the first dimension on ties. */
function top(values: Float64Array): (readonly [dim: number, value: number])[] {
  return Array.from(values, (value, dim) => [dim, value] as const)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, TOP)
    .map(([dim, value]) => [dim, rounded(value)]);
}

function draw(layers: readonly TailsOfLayer[]): string {
  const { columns } = strings.cli;
  const first = (list: TailsOfLayer['argmin']) =>
    list
      .slice(0, 1)
      .map(({ dim, share }) => `${dim} (${share.toFixed(3)})`)
      .join();
  const rows = layers.map(({ argmin, argmax, z, kurtosis: k }, layer) => [
    String(layer),
    first(argmin),
    first(argmax),
    z
      .slice(0, 1)
      .map((one) => `${one.dim} (z ${one.z.toFixed(2)}, mean ${one.mean.toFixed(2)})`)
      .join(),
    k.toFixed(2),
  ]);
  return table([columns.layer, columns.minima, columns.maxima, columns.z, columns.kurtosis], rows);
}
