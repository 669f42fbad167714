/** What counts as a tail. The thresholds are ours, and adjustable: the paper went by eye. */
export interface TailRule {
  /** Least share of the vectors whose minimum (or maximum) the dimension is. */
  readonly share: number;
  /** Or least |z| of its mean. */
  readonly z: number;
  /** Least share of the layers 1..L in which it must be a tail. */
  readonly layers: number;
  /** Least share of one special token's vectors, for a tail that only that token carries. */
  readonly specialShare: number;
  /**
   * Fewest vectors from which a share or a mean says anything, in all and of a special token. With fewer,
   * dimensions that are no tails of the corpus pass by chance (docs/measures.md has the counts).
   */
  readonly vectors: number;
  readonly specialVectors: number;
}

export const DEFAULT_TAIL_RULE: TailRule = {
  share: 0.5,
  z: 8,
  layers: 0.5,
  specialShare: 0.9,
  vectors: 8,
  specialVectors: 4,
};

/** What the thresholds may be set to. */
export const SHARE_RANGE = [0.05, 1] as const;
export const Z_RANGE = [2, 20] as const;
