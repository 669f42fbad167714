/**
 * How many vectors have which dimension as their extreme and which as the next to it: sparse, layer after
 * layer. Pair p says "extreme dimension extreme[p], next to it next[p], count[p] vectors"; pairs of a layer are
 * ascending by extreme, then next.
 */
export interface RunnerUps {
  /** First pair of each layer, and the number of pairs at the end. */
  readonly starts: Uint32Array;
  readonly extreme: Uint16Array;
  readonly next: Uint16Array;
  readonly count: Uint32Array;
}

/** Counts runners-up; mergeable, in any order. */
export class RunnerUpFold {
  readonly #dims: number;
  /** By layer: count by extreme * dims + next. */
  readonly #counts: readonly Map<number, number>[];

  constructor(layers: number, dims: number) {
    this.#dims = dims;
    this.#counts = Array.from({ length: layers }, () => new Map<number, number>());
  }

  add(layer: number, extreme: number, next: number, count = 1): void {
    const counts = this.#counts[layer];
    const key = extreme * this.#dims + next;
    counts?.set(key, (counts.get(key) ?? 0) + count);
  }

  merge(other: RunnerUpFold): void {
    other.#counts.forEach((counts, layer) => {
      for (const [key, count] of counts)
        this.add(layer, Math.floor(key / this.#dims), key % this.#dims, count);
    });
  }

  runnerUps(): RunnerUps {
    const sorted = this.#counts.map((counts) => [...counts].sort(([a], [b]) => a - b));
    let end = 0;
    const starts = Uint32Array.from([0, ...sorted.map((pairs) => (end += pairs.length))]);
    const pairs = sorted.flat();
    return {
      starts,
      extreme: Uint16Array.from(pairs, ([key]) => Math.floor(key / this.#dims)),
      next: Uint16Array.from(pairs, ([key]) => key % this.#dims),
      count: Uint32Array.from(pairs, ([, count]) => count),
    };
  }
}
