import type { Random } from '../core/random.ts';
import { drawDistinct } from './draw-distinct.ts';
import type { Pairs } from './pairs.ts';

/** Pairs of members of the same group, group after group. */
export interface PairsWithin extends Pairs {
  /** The members that are in any pair, group after group: what `left` and `right` point at. */
  readonly items: readonly { readonly group: number; readonly member: number }[];
  /** First pair of each group, and the number of pairs at the end. */
  readonly starts: Uint32Array;
  /** Whether these are all the pairs there are. */
  readonly complete: boolean;
}

/**
 * All pairs of some members of each group: as many members, the same number of every group that has them, as keep
 * the pairs within `most`; drawn where there are more. Every group counts alike, so that the weighted mean over
 * the pairs estimates the mean over groups of their mean over pairs, and is equal to it when complete.
 * @param sizes members of each group, at least 2
 * @param most pairs in all; every group gives at least one
 */
export function pairsWithin(sizes: readonly number[], most: number, random: Random): PairsWithin {
  const members = membersWithin(sizes, most);
  const items: { group: number; member: number }[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const weights: number[] = [];
  const starts = new Uint32Array(sizes.length + 1);
  for (const [group, size] of sizes.entries()) {
    const taken = Math.min(size, members);
    const drawn = taken === size ? Array(size).keys() : drawDistinct(size, taken, random);
    const first = items.length;
    for (const member of [...drawn].sort((a, b) => a - b)) items.push({ group, member });
    for (let j = 1; j < taken; j++) {
      for (let i = 0; i < j; i++) {
        left.push(first + i);
        right.push(first + j);
        weights.push(1 / (sizes.length * pairsOf(taken)));
      }
    }
    starts[group + 1] = left.length;
  }
  return {
    items,
    left: Uint32Array.from(left),
    right: Uint32Array.from(right),
    weights: Float64Array.from(weights),
    starts,
    complete: sizes.every((size) => size <= members),
  };
}

const pairsOf = (members: number): number => (members * (members - 1)) / 2;

function membersWithin(sizes: readonly number[], most: number): number {
  const largest = sizes.reduce((a, b) => Math.max(a, b), 2);
  let members = 2;
  while (members < largest) {
    const next = members + 1;
    if (sizes.reduce((sum, size) => sum + pairsOf(Math.min(size, next)), 0) > most) break;
    members = next;
  }
  return members;
}
