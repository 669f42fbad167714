import type { Tokens } from '../../protocol/text.ts';

/** Tokens start..end - 1 of one sentence. */
export interface SentenceRun {
  readonly start: number;
  readonly end: number;
}

/** Splits tokens into their sentences, as many whole ones as have at most `most` tokens; of the first, `most`. */
export function sentenceRuns({ sentence, text }: Tokens, most: number): readonly SentenceRun[] {
  const runs: SentenceRun[] = [];
  let start = 0;
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && sentence[i] === sentence[i - 1]) continue;
    if (i > most) {
      if (runs.length === 0) runs.push({ start, end: most });
      return runs;
    }
    runs.push({ start, end: i });
    start = i;
  }
  return runs;
}
