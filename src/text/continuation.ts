import * as v from 'valibot';

const Marks = v.object({
  model: v.object({ continuing_subword_prefix: v.nullish(v.string(), null) }),
  pre_tokenizer: v.optional(v.unknown(), null),
});

/** Whether a token, by its text, continues the word of the token before it. */
export type ContinuationRule = (token: string) => boolean;

/**
 * How a tokenizer writes that a token continues a word. WordPiece marks the pieces that continue (##),
 * byte-level BPE and SentencePiece those that begin a word, each by the space before it.
 * @param json a parsed tokenizer.json
 */
export function continuationRule(json: unknown): ContinuationRule {
  const parsed = v.safeParse(Marks, json);
  if (!parsed.success) return () => false;
  const { model, pre_tokenizer: preTokenizer } = parsed.output;
  const prefix = model.continuing_subword_prefix;
  if (prefix !== null && prefix !== '')
    return (token) => token.length > prefix.length && token.startsWith(prefix);
  const stages = JSON.stringify(preTokenizer);
  if (stages.includes('"ByteLevel"')) return (token) => !token.startsWith('Ġ');
  if (stages.includes('"Metaspace"')) return (token) => !token.startsWith('▁');
  return () => false;
}
