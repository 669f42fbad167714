import type { Bracket } from './induce-tree.ts';

/**
 * Unlabelled F1 of brackets against those of a gold tree, each set without repeats: the harmonic mean of the shares of each that
 * are in the other. 0 where none is.
 */
export function bracketScore(found: readonly Bracket[], gold: readonly Bracket[]): number {
  if (found.length + gold.length === 0) return 0;
  const own = new Set(gold.map(key));
  const matched = found.filter((bracket) => own.has(key(bracket))).length;
  return (2 * matched) / (found.length + gold.length);
}

/** A number for each pair: sentences have fewer than 65,536 words. */
const key = ([from, to]: Bracket): number => from * 65_536 + to;
