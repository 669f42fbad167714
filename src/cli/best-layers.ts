import { bestLayer } from '../measures/best-layer.ts';

type Best = NonNullable<ReturnType<typeof bestLayer>>;

/** The layer whose figure is the highest, before and after; null where no layer has a figure. It is chosen on the very data that it is of. */
export function bestLayers(
  layers: readonly { readonly before: number | null; readonly after: number | null }[],
): { readonly before: Best | null; readonly after: Best | null } {
  return {
    before: bestLayer(layers.map(({ before }) => before ?? NaN)) ?? null,
    after: bestLayer(layers.map(({ after }) => after ?? NaN)) ?? null,
  };
}
