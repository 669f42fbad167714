import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';

const Vocabulary = v.object({
  model: v.object({ vocab: v.union([v.array(v.unknown()), v.record(v.string(), v.number())]) }),
  added_tokens: v.optional(v.array(v.object({ id: v.number() })), []),
});

/**
 * The largest index that a parsed tokenizer.json can give; a model's vocabulary must be larger.
 * @throws TailscopeError("tokenizer-invalid")
 */
export function largestTokenId(json: unknown): number {
  const parsed = v.safeParse(Vocabulary, json);
  if (!parsed.success) throw TailscopeError.of('tokenizer-invalid', { problem: { is: 'no-vocabulary' } });
  const { model, added_tokens: added } = parsed.output;
  const ids = Array.isArray(model.vocab) ? [model.vocab.length - 1] : Object.values(model.vocab);
  const all = [...ids, ...added.map(({ id }) => id)];
  if (!all.every((id) => Number.isSafeInteger(id) && id >= 0))
    throw TailscopeError.of('tokenizer-invalid', { problem: { is: 'index' } });
  return all.reduce((largest, id) => Math.max(largest, id), -1);
}
