/** The paper's thresholds for the cosine of a word's two vectors. */
export const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

export interface ThresholdGrid {
  /** Share of pairs told right, [layers, thresholds]. */
  readonly accuracy: Float64Array;
  /** The best of each layer, and of all; the lowest threshold on ties, then the first layer. */
  readonly bestByLayer: readonly GridCell[];
  readonly best: GridCell;
}

export interface GridCell {
  readonly layer: number;
  readonly threshold: number;
  readonly accuracy: number;
}

/**
 * Word in Context: a word has the same sense in two sentences where the cosine of its vectors is over a threshold.
 * The best cell is chosen on these very pairs, as the paper does: it flatters.
 * @param cosines [layers, pairs]; what is NaN is over no threshold
 * @param same 1 where the sense is the same
 * @returns accuracies NaN without pairs
 * @see Luo et al. 2021, section 4
 */
export function thresholdGrid(cosines: Float64Array, same: ArrayLike<number>, layers: number): ThresholdGrid {
  const pairs = same.length;
  const accuracy = new Float64Array(layers * THRESHOLDS.length);
  const bestByLayer: GridCell[] = [];
  for (let layer = 0; layer < layers; layer++) {
    let best: GridCell | undefined;
    for (const [t, threshold] of THRESHOLDS.entries()) {
      let right = 0;
      for (let p = 0; p < pairs; p++)
        if ((cosines[layer * pairs + p] ?? NaN) > threshold === (same[p] === 1)) right++;
      const share = right / pairs;
      accuracy[layer * THRESHOLDS.length + t] = share;
      if (best === undefined || share > best.accuracy) best = { layer, threshold, accuracy: share };
    }
    if (best) bestByLayer.push(best);
  }
  const [first = { layer: 0, threshold: THRESHOLDS[0], accuracy: NaN }] = bestByLayer;
  const best = bestByLayer.reduce((a, b) => (b.accuracy > a.accuracy ? b : a), first);
  return { accuracy, bestByLayer, best };
}
