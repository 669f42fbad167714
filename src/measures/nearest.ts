/** Nearest others of some items, nearest first. */
export interface Nearest {
  /** How many of each item, at most as many as there are others. */
  readonly count: number;
  /** Index among the others, [items, count]; the first on ties. */
  readonly index: Uint32Array;
  /** [items, count] */
  readonly cosine: Float32Array;
}

/**
 * The others with the largest cosine to each item.
 * @param cosines [items, others]; what is NaN comes last
 * @param most neighbours to find
 */
export function nearest(cosines: Float32Array, others: number, most: number): Nearest {
  const items = others === 0 ? 0 : cosines.length / others;
  const count = Math.min(most, others);
  const index = new Uint32Array(items * count);
  const cosine = new Float32Array(items * count).fill(-Infinity);
  for (let item = 0; item < items; item++) {
    const first = item * count;
    const last = first + count - 1;
    let found = 0;
    for (let other = 0; other < others; other++) {
      const value = cosines[item * others + other] ?? NaN;
      const sure = Number.isNaN(value) ? -Infinity : value;
      if (found === count && !(sure > (cosine[last] ?? 0))) continue;
      let place = first + Math.min(found, count - 1);
      // strictly nearer, so that the first of equals stays first
      while (place > first && sure > (cosine[place - 1] ?? 0)) {
        cosine[place] = cosine[place - 1] ?? 0;
        index[place] = index[place - 1] ?? 0;
        place--;
      }
      cosine[place] = sure;
      index[place] = other;
      if (found < count) found++;
    }
  }
  return { count, index, cosine };
}
