/** The layer with the largest figure, the first on ties; what is no number is passed over. */
export function bestLayer(
  values: readonly number[],
): { readonly layer: number; readonly value: number } | undefined {
  let best: { layer: number; value: number } | undefined;
  for (const [layer, value] of values.entries())
    if (Number.isFinite(value) && (best === undefined || value > best.value)) best = { layer, value };
  return best;
}
