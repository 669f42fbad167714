import type { Random } from '../core/random.ts';
import { induceTree, type Bracket } from './induce-tree.ts';

/** Trees that look at no vector, of a sentence of so many words; brackets as those of `induceTree`. */
export const BASELINES = ['right', 'left', 'balanced', 'random'] as const;
export type Baseline = (typeof BASELINES)[number];

/** @param random for the random tree, whose splits are uniform from the top down */
export function baselineTree(kind: Baseline, words: number, random: Random): Bracket[] {
  switch (kind) {
    case 'right':
      return induceTree(distances(words, (i) => -i));
    case 'left':
      return induceTree(distances(words, (i) => i));
    case 'balanced':
      return balanced(words);
    case 'random':
      return induceTree(distances(words, random));
  }
}

function distances(words: number, of: (i: number) => number): number[] {
  return Array.from({ length: Math.max(0, words - 1) }, (_, i) => of(i));
}

/** Halves, the first the smaller one where a number is odd. */
function balanced(words: number): Bracket[] {
  const brackets: Bracket[] = [];
  const halve = (from: number, to: number): void => {
    if (to - from < 2) return;
    if (to - from < words) brackets.push([from, to]);
    const middle = Math.floor((from + to) / 2);
    halve(from, middle);
    halve(middle, to);
  };
  halve(0, words);
  return brackets;
}
