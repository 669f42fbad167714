import { TailscopeError } from '../../core/error.ts';
import { treatedPass, type Corpus } from '../../engine/index.ts';
import type { NodeModel } from '../../engine/node/index.ts';
import { StateDifferences, type StateDifference } from '../../measures/state-differences.ts';
import { strings } from '../../strings/index.ts';
import { reporting } from '../context.ts';
import { load } from '../load.ts';
import { modelReport, rounded } from '../report.ts';
import { table } from '../table.ts';
import { onText, treatmentOf } from './text.ts';

/**
 * How far the hidden states of two models are apart on the same text: of a model and a quantized form of
 * it, say (docs/measures.md, "Difference of two models"). Both run in the same batches.
 * @throws TailscopeError("models-differ"), and what loading the other throws
 */
export const compare = onText(async (context, corpus, sentences) => {
  const { settings, screen, model } = context;
  // the same folder unless another is named
  const folder = settings.against ?? settings.model;
  const other = await load(
    { folder, weights: settings.againstWeights, maskedWords: false },
    settings,
    screen,
  );
  try {
    const { layers, dims } = model.info;
    if (other.info.layers !== layers) throw TailscopeError.of('models-differ', { of: 'layers' });
    if (other.info.dims !== dims) throw TailscopeError.of('models-differ', { of: 'dimensions' });
    requireSameTokens(corpus, sentences, other);

    const differences = new StateDifferences(layers + 1, dims);
    // batches depend on the text alone, so both passes come in the same ones
    const treatment = treatmentOf(settings);
    const theirs = treatedPass(other, corpus, treatment, {});
    for await (const { treated } of treatedPass(model, corpus, treatment, reporting(context))) {
      const batch = await theirs.next();
      if (batch.done !== true) differences.add(treated, batch.value.treated);
    }
    const byLayer = differences.byLayer().map(({ largest, mean, cosine, lowestCosine }): StateDifference => ({
      largest: rounded(largest),
      mean: rounded(mean),
      cosine: rounded(cosine),
      lowestCosine: rounded(lowestCosine),
    }));
    const against = modelReport(other);
    const heading = strings.cli.compared({ ...against, model: against.id });
    return { fields: { against, layers: byLayer }, text: `${heading}\n\n${draw(byLayer)}` };
  } finally {
    await other.encoder.release();
  }
});

/** The other model must read the text as the same tokens. */
function requireSameTokens(corpus: Corpus, sentences: readonly string[], { tokenizer }: NodeModel): void {
  for (const { index, encoded } of corpus.sentences)
    if (tokenizer.encode(sentences[index] ?? '').ids.join() !== encoded.ids.join())
      throw TailscopeError.of('models-differ', { of: 'tokens' });
}

function draw(layers: readonly StateDifference[]): string {
  const { columns } = strings.cli;
  const rows = layers.map(({ largest, mean, cosine, lowestCosine }, layer) => [
    String(layer),
    largest.toPrecision(3),
    mean.toPrecision(3),
    cosine.toFixed(6),
    lowestCosine.toFixed(6),
  ]);
  return table(
    [columns.layer, columns.largest, columns.meanDifference, columns.cosine, columns.lowestCosine],
    rows,
  );
}
