/** A constituent: the words from..to of a sentence, end exclusive. */
export type Bracket = readonly [from: number, to: number];

/**
 * The binary tree that splits a sentence where neighbouring words are furthest apart, and each part in the same way; the first
 * place on ties. A distance that is not a number is no distance at all: the last to be split.
 * @param distances between each word and the next, [words - 1]
 * @returns brackets of two words and more but the whole sentence: words - 2 of them
 * @see Luo et al. 2021, version 2; Kim et al. 2020 for the way of splitting
 */
export function induceTree(distances: ArrayLike<number>): Bracket[] {
  const brackets: Bracket[] = [];
  const open: Bracket[] = [[0, distances.length + 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    if (to - from > 1 && to - from <= distances.length) brackets.push(part);
    if (to - from < 3) continue;
    const split = furthest(distances, from, to - 1) + 1;
    open.push([split, to], [from, split]);
  }
  return brackets;
}

function furthest(distances: ArrayLike<number>, from: number, to: number): number {
  let best = from;
  let largest = -Infinity;
  for (let i = from; i < to; i++) {
    const distance = distances[i] ?? NaN;
    if (distance > largest) {
      largest = distance;
      best = i;
    }
  }
  return best;
}
