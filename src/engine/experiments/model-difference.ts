import { TailscopeError } from '../../core/error.ts';
import { StateDifferences, type StateDifference } from '../../measures/state-differences.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { inOnePart, type Corpus } from '../corpus.ts';
import type { Model } from '../model.ts';
import type { RunOptions } from './run-options.ts';
import { treatedPass } from './treated-pass.ts';

/** A text as it is, and as the first of the two models reads it. */
export interface ReadText {
  readonly corpus: Corpus;
  readonly sentences: readonly string[];
}

/**
 * How far the hidden states of two models are apart on the same text: of a model and a quantized form of
 * it, say (docs/measures.md, "Difference of two models"). Both run in the same batches.
 * @returns by layer, 0..L
 * @throws TailscopeError("models-differ" | "dimension" | "run"), or what `pause` rejects with
 */
export async function modelDifference(
  one: Model,
  other: Model,
  text: ReadText,
  treatment: Treatment,
  options: RunOptions = {},
): Promise<readonly StateDifference[]> {
  const { layers, dims } = one.info;
  if (other.info.layers !== layers) throw TailscopeError.of('models-differ', { of: 'layers' });
  if (other.info.dims !== dims) throw TailscopeError.of('models-differ', { of: 'dimensions' });
  requireSameTokens(text, other);

  const differences = new StateDifferences(layers + 1, dims);
  // batches depend on the text alone, so both passes come in the same ones
  const theirs = treatedPass(other, inOnePart(text.corpus), treatment, {});
  for await (const { treated } of treatedPass(one, inOnePart(text.corpus), treatment, options)) {
    const batch = await theirs.next();
    if (batch.done !== true) differences.add(treated, batch.value.treated);
  }
  return differences.byLayer();
}

/** The other model must read the text as the same tokens. */
function requireSameTokens({ corpus, sentences }: ReadText, { tokenizer }: Model): void {
  for (const { index, encoded } of corpus.sentences)
    if (tokenizer.encode(sentences[index] ?? '').ids.join() !== encoded.ids.join())
      throw TailscopeError.of('models-differ', { of: 'tokens' });
}
