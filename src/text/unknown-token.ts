import * as v from 'valibot';

const WordPiece = v.object({
  model: v.object({ unk_token: v.string(), vocab: v.record(v.string(), v.number()) }),
});
const Unigram = v.object({ model: v.object({ unk_id: v.number() }) });

/** The index that a parsed tokenizer.json gives to what it has no pieces for; undefined where it always has some. */
export function unknownToken(json: unknown): number | undefined {
  const named = v.safeParse(WordPiece, json);
  if (named.success) return named.output.model.vocab[named.output.model.unk_token];
  const numbered = v.safeParse(Unigram, json);
  return numbered.success ? numbered.output.model.unk_id : undefined;
}
