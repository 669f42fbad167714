import { seeded } from '../core/random.ts';
import { BASELINES, baselineTree, type Baseline } from './baseline-trees.ts';
import { bracketScore } from './bracket-score.ts';
import type { Bracket } from './induce-tree.ts';

/** Random trees of each sentence. */
const RANDOM_TREES = 10;
/** Sentences between two steps: some 10 ms. */
const STRETCH = 100;

interface Scored {
  readonly words: readonly string[];
  readonly spans: readonly Bracket[];
}

export interface BaselineScore {
  readonly kind: Baseline;
  readonly score: number;
}

/** Mean over sentences of the F1 of trees that look at no vector, x 100. */
export function baselineScores(sentences: readonly Scored[], seed: number): readonly BaselineScore[] {
  const steps = baselineSteps(sentences, seed);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, for whoever must not be held up by a treebank; gives the scores at the end. */
export function* baselineSteps(
  sentences: readonly Scored[],
  seed: number,
): Generator<undefined, readonly BaselineScore[]> {
  const scores: BaselineScore[] = [];
  for (const kind of BASELINES) {
    const random = seeded(seed);
    const trees = kind === 'random' ? RANDOM_TREES : 1;
    let sum = 0;
    for (const [s, { words, spans }] of sentences.entries()) {
      if (s > 0 && s % STRETCH === 0) yield;
      for (let i = 0; i < trees; i++)
        sum += bracketScore(baselineTree(kind, words.length, random), spans) / trees;
    }
    scores.push({ kind, score: (100 * sum) / sentences.length });
  }
  return scores;
}
