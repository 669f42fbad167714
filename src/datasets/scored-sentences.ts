import { bareSentence, type BareSentence } from './bare-sentence.ts';
import type { Tree } from './read-trees.ts';

/** Words of the longest sentence whose tree is scored. */
export const MOST_SCORED_WORDS = 25;

/** The sentences of trees that are held against induced ones: not too long, and with a constituent to find. */
export function scoredSentences(trees: readonly Tree[]): BareSentence[] {
  return trees.map(bareSentence).filter(isScored);
}

function isScored({ words, spans }: BareSentence): boolean {
  return words.length >= 2 && words.length <= MOST_SCORED_WORDS && spans.length > 0;
}
