/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * A seeded generator (mulberry32): the same seed gives the same numbers on every machine, so a
 * shared link draws the same sample. Not for secrets.
 */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The numbers 0 to size - 1 in a random order, every order as likely (Fisher and Yates). */
export function shuffled(size: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  for (let left = size; left > 1; left--) {
    const drawn = Math.floor(random() * left);
    const last = order[left - 1] ?? 0;
    order[left - 1] = order[drawn] ?? 0;
    order[drawn] = last;
  }
  return order;
}
