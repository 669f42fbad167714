import * as v from 'valibot';

/** The token that stands where a word is to be guessed. */
export interface MaskToken {
  readonly id: number;
  /** As it is written in a sentence, such as [MASK]. */
  readonly text: string;
}

/** How the models' own vocabularies write it; either is understood whatever the model. */
const SPELLINGS = ['[MASK]', '<mask>'];
const ANY_SPELLING = /\[MASK\]|<mask>/g;

const Named = v.object({ mask_token: v.union([v.string(), v.object({ content: v.string() })]) });

/**
 * A tokenizer's mask token; undefined where it has none.
 * @param config a parsed tokenizer_config.json, which may name it
 * @param idOf the index of a token in the vocabulary
 */
export function maskToken(
  config: unknown,
  idOf: (token: string) => number | undefined,
): MaskToken | undefined {
  const named = v.safeParse(Named, config);
  const own = named.success ? named.output.mask_token : undefined;
  const texts = own === undefined ? SPELLINGS : [typeof own === 'string' ? own : own.content, ...SPELLINGS];
  for (const text of texts) {
    const id = idOf(text);
    if (id !== undefined) return { id, text };
  }
  return undefined;
}

/** The sentence with its masks as the model writes them. */
export function spellMasks(sentence: string, { text }: MaskToken): string {
  return sentence.replaceAll(ANY_SPELLING, () => text);
}
