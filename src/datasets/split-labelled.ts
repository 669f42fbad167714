import type { LabelledSentence } from './read-labelled.ts';

/** Part of a file's sentences that are told by a classifier of the others, where there is no file to learn from. */
const TOLD = 1 / 4;

/** The last quarter to be told, the others to learn from. */
export function splitLabelled(all: readonly LabelledSentence[]): {
  readonly train: readonly LabelledSentence[];
  readonly test: readonly LabelledSentence[];
} {
  const split = Math.ceil(all.length * (1 - TOLD));
  return { train: all.slice(0, split), test: all.slice(split) };
}
