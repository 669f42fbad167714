/** Part of the sentences whose positions are told, where nothing else is to learn from: 1,000 of 6,000. */
const TOLD = 1 / 6;

/** Sentences that a probe of positions learns from, and the last of them, which it tells. */
export function probeSplit(sentences: readonly string[]): {
  readonly train: readonly string[];
  readonly test: readonly string[];
} {
  const split = Math.ceil(sentences.length * (1 - TOLD));
  return { train: sentences.slice(0, split), test: sentences.slice(split) };
}
