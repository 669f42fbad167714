import { spreadOfRows } from '../../measures/row-standings.ts';
import type { NormOrigins, OriginsResult, VectorOrigins } from '../../protocol/experiments/origins.ts';

/** A LayerNorm's scales or shifts, or the biases of the feed-forward blocks. */
export type NormPart = 'gamma' | 'beta' | 'bias';

type PlacedVector = VectorOrigins & Pick<NormOrigins, 'layer' | 'after'>;

/** One dimension in every such vector, over those of the others. */
export interface NormSeries {
  readonly found: readonly (PlacedVector & { readonly standing: VectorOrigins['standings'][number] })[];
  readonly dims: number;
  /** By vector. */
  readonly values: Float64Array;
  /** See spreadOfRows. */
  readonly spread: Float32Array;
}

export function normSeries(result: OriginsResult, of: NormPart, dim: number): NormSeries {
  const found = vectorsOf(result, of).flatMap((vector) => {
    const standing = vector.standings.find((each) => each.dim === dim);
    return standing ? [{ ...vector, standing }] : [];
  });
  const dims = found[0]?.values.length ?? 0;
  const table = new Float32Array(found.length * dims);
  for (const [i, { values }] of found.entries()) table.set(values, i * dims);
  const values = Float64Array.from(found, ({ standing }) => standing.value);
  return { found, dims, values, spread: spreadOfRows(table, Math.max(1, dims)) };
}

/** Every vector of weights that is drawn, in the order in which the network uses them. */
function vectorsOf({ norms, biases }: OriginsResult, of: NormPart): readonly PlacedVector[] {
  if (of === 'bias') return biases.map((bias) => ({ ...bias, after: 'feed-forward' }));
  return norms.map((norm) => ({ ...norm[of], layer: norm.layer, after: norm.after }));
}
