/** Pairs of items, and how much each counts in a mean. */
export interface Pairs {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** They sum to 1. */
  readonly weights: Float64Array;
}

/** Every pair i < j of `items` things, all of one weight. */
export function allPairs(items: number): Pairs {
  const count = (items * (items - 1)) / 2;
  const left = new Uint32Array(count);
  const right = new Uint32Array(count);
  let pair = 0;
  for (let j = 1; j < items; j++) {
    for (let i = 0; i < j; i++) {
      left[pair] = i;
      right[pair] = j;
      pair++;
    }
  }
  return { left, right, weights: new Float64Array(count).fill(1 / count) };
}
