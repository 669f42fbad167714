import { modelDifference } from '../../engine/index.ts';
import type { StateDifference } from '../../measures/state-differences.ts';
import { strings } from '../../strings/index.ts';
import { reporting } from '../context.ts';
import { load } from '../load.ts';
import { modelReport, rounded } from '../report.ts';
import { table } from '../table.ts';
import { onText, treatmentOf } from './text.ts';

/**
 * How far the hidden states of two models are apart on the same text, see modelDifference.
 * @throws TailscopeError("models-differ"), and what loading the other throws
 */
export const compare = onText(async (context, corpus, sentences) => {
  const { settings, screen, model } = context;
  // the same model unless another is named
  const against = settings.against ?? settings.model;
  const other = await load(
    { model: against, weights: settings.againstWeights, maskedWords: false },
    settings,
    screen,
  );
  try {
    const found = await modelDifference(
      model,
      other,
      { corpus, sentences },
      treatmentOf(settings),
      reporting(context),
    );
    const byLayer = found.map(({ largest, mean, cosine, lowestCosine }): StateDifference => ({
      largest: rounded(largest),
      mean: rounded(mean),
      cosine: rounded(cosine),
      lowestCosine: rounded(lowestCosine),
    }));
    const report = modelReport(other);
    const heading = strings.cli.compared({ ...report, model: report.id });
    return { fields: { against: report, layers: byLayer }, text: `${heading}\n\n${draw(byLayer)}` };
  } finally {
    await other.encoder.release();
  }
});

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
