import { seeded } from '../core/random.ts';
import { BASELINES, baselineTree, type Baseline } from './baseline-trees.ts';
import { bracketScore } from './bracket-score.ts';
import type { Bracket } from './induce-tree.ts';

/** Random trees of each sentence. */
const RANDOM_TREES = 10;

/** Mean over sentences of the F1 of trees that look at no vector, x 100. */
export function baselineScores(
  sentences: readonly { readonly words: readonly string[]; readonly spans: readonly Bracket[] }[],
  seed: number,
): readonly { readonly kind: Baseline; readonly score: number }[] {
  return BASELINES.map((kind) => {
    const random = seeded(seed);
    const trees = kind === 'random' ? RANDOM_TREES : 1;
    let sum = 0;
    for (const { words, spans } of sentences)
      for (let i = 0; i < trees; i++)
        sum += bracketScore(baselineTree(kind, words.length, random), spans) / trees;
    return { kind, score: (100 * sum) / sentences.length };
  });
}
