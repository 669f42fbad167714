import { topLogits, type Answer } from '../measures/top-logits.ts';
import { bucket } from './bucket.ts';
import type { Sentence } from './corpus.ts';
import type { EncodeOptions } from './encoder.ts';
import type { Model } from './model.ts';
import { tokenBatch } from './token-batch.ts';

/** What the model guesses for one masked word. */
export interface Guess {
  /** The sentence's place in the text it came from. */
  readonly sentence: number;
  /** The mask's place among the sentence's tokens, special ones included. */
  readonly position: number;
  /** Likeliest first. */
  readonly answers: readonly Answer[];
}

/**
 * Guesses every masked word of some sentences, in their order; those without any are passed over.
 * The model must have been loaded with its masked-word head.
 * @param count answers wanted for each
 * @throws TailscopeError("run")
 */
export async function guessWords(
  { encoder, tokenizer }: Pick<Model, 'encoder' | 'tokenizer'>,
  sentences: readonly Sentence[],
  count: number,
  options: EncodeOptions = {},
): Promise<Guess[]> {
  const isMask = (id: number) => id === tokenizer.mask?.id;
  const masked = sentences.filter(({ encoded }) => encoded.ids.some(isMask));
  const guesses = masked.map((): Guess[] => []);
  for (const indices of bucket(masked.map(({ encoded }) => encoded.ids.length))) {
    const batch = indices.flatMap((i) => masked[i] ?? []);
    const chosen = batch.flatMap(({ encoded }, sentence) =>
      Array.from(encoded.ids.keys())
        .filter((token) => isMask(encoded.ids[token] ?? -1))
        .map((token) => ({ sentence, token })),
    );
    const logits = await encoder.maskedLogits(
      tokenBatch(batch.map(({ encoded }) => encoded.ids)),
      chosen,
      options,
    );
    for (const [i, { sentence, token }] of chosen.entries()) {
      const answers = topLogits(logits[i] ?? new Float32Array(), count);
      guesses[indices[sentence] ?? 0]?.push({
        sentence: batch[sentence]?.index ?? 0,
        position: token,
        answers,
      });
    }
  }
  return guesses.flat();
}
