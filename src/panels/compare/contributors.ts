import { LEAST_WHOLE } from '../../store/derive/contributions.ts';
import type { PortraitResult } from '../../protocol/experiments/compare.ts';

/** Dimensions shown. */
const ROWS = 5;

export interface Contributor {
  readonly dim: number;
  /** Its part of the mean cosine. */
  readonly part: number;
  /** That, over the whole mean cosine; undefined where the whole is about zero or less, and no share says anything. */
  readonly share: number | undefined;
}

/** The dimensions that bring most to the cosine of two tokens in a layer, largest first, as the command lists them; none with one sentence. */
export function contributorsOf(
  { contribution, anisotropy, dims }: Pick<PortraitResult, 'contribution' | 'anisotropy' | 'dims'>,
  layer: number,
): readonly Contributor[] {
  const whole = anisotropy?.[layer] ?? NaN;
  return Array.from(contribution?.subarray(layer * dims, (layer + 1) * dims) ?? [], (part, dim) => ({
    dim,
    part,
    share: whole < LEAST_WHOLE ? undefined : part / whole,
  }))
    .sort((a, b) => b.part - a.part)
    .slice(0, ROWS);
}
