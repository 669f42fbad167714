/** What is needed of a word with a sense: those that count as right, the first of them its label. */
export interface Sensed {
  readonly lemma: string;
  readonly senses: readonly [string, ...string[]];
}

/**
 * 1 for each item whose nearest labelled neighbour has a sense that counts as right for it, by item.
 * @param items indices into `test`
 * @param nearest index into `train` of each item's neighbour; what is none of them is wrong
 */
export function toldRight(
  test: readonly Sensed[],
  train: readonly Sensed[],
  items: ArrayLike<number>,
  nearest: ArrayLike<number>,
): Uint8Array {
  return Uint8Array.from({ length: items.length }, (_, i) => {
    const label = train[nearest[i] ?? -1]?.senses[0];
    return label !== undefined && test[items[i] ?? -1]?.senses.includes(label) ? 1 : 0;
  });
}

/** The most frequent label of each lemma, the first in the order of the items on ties: what needs no vector. */
export function majoritySenses(items: readonly Sensed[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { lemma, senses } of items) {
    const own = counts.get(lemma) ?? new Map<string, number>();
    own.set(senses[0], (own.get(senses[0]) ?? 0) + 1);
    counts.set(lemma, own);
  }
  const most = (own: ReadonlyMap<string, number>) =>
    [...own].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  return new Map([...counts].map(([lemma, own]) => [lemma, most(own)]));
}
