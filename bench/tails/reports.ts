import * as v from 'valibot';

const PythonTop = v.array(v.tuple([v.number(), v.number()]));
const toTop = v.pipe(
  v.array(v.object({ dim: v.number(), share: v.number() })),
  v.transform((list) => list.map(({ dim, share }): [number, number] => [dim, share])),
);

/** What both say of a layer: the dimensions that are most often the smallest (largest), with their shares. */
export interface LayerFigures {
  readonly argmin: readonly (readonly [dim: number, share: number])[];
  readonly argmax: readonly (readonly [dim: number, share: number])[];
}

/** What is read of `measure tails --json`. */
export const TailsReport = v.object({
  seconds: v.number(),
  layers: v.array(v.object({ argmin: toTop, argmax: toTop })),
});

/** What is read of tails.py. */
export const PythonReport = v.object({
  seconds: v.number(),
  layers: v.array(v.object({ argmin: PythonTop, argmax: PythonTop })),
  versions: v.record(v.string(), v.string()),
});

/** Of the first dimensions' shares; infinite where another dimension comes first. */
export function largestDifference(one: readonly LayerFigures[], other: readonly LayerFigures[]): number {
  if (one.length === 0 || one.length !== other.length) return Infinity;
  const differences = one.flatMap((layer, l) =>
    (['argmin', 'argmax'] as const).map((side) => {
      const [dim, share] = layer[side][0] ?? [NaN, NaN];
      const [otherDim, otherShare] = other[l]?.[side][0] ?? [NaN, NaN];
      return dim === otherDim ? Math.abs(share - otherShare) : Infinity;
    }),
  );
  return Math.max(...differences);
}
