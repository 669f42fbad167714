import { pointsElsewhere, readWic } from '../../datasets/index.ts';
import { wic as measure } from '../../engine/index.ts';
import { areaUnderCurve } from '../../measures/area-under-curve.ts';
import { cosinesOf } from '../../measures/cosines-of.ts';
import { largerClassShare } from '../../measures/larger-class.ts';
import { thresholdGrid, THRESHOLDS, type ThresholdGrid } from '../../measures/threshold-grid.ts';
import type { WicResult } from '../../protocol/experiments/wic.ts';
import { strings } from '../../strings/index.ts';
import { reporting, warnMissing, type Experiment } from '../context.ts';
import { pathOf, readBeside, readText, sha256Of } from '../data-files.ts';
import { rounded, roundedOrNull } from '../report.ts';
import { table } from '../table.ts';
import { bothSides } from './text.ts';

interface WicOfLayer {
  readonly accuracy: number;
  readonly threshold: number;
  /** Null where all pairs are of one kind. */
  readonly auc: number | null;
}

/** Word in Context: the same sense where the cosine is over a threshold (docs/measures.md, "Word in Context"). */
export const wic: Experiment = async ({ data, limit }) => {
  const path = pathOf(data);
  const file = await readText(path);
  const gold = await readBeside(path, '.data.txt', '.gold.txt');
  const pairs = readWic(file, gold).slice(0, limit);
  return {
    data: { name: file.name, sha256: sha256Of([file, gold]) },
    // a pair's two sentences are on one line
    linesOf: (sentences) => [
      ...new Set(sentences.map((sentence) => pairs[Math.floor(sentence / 2)]?.line ?? 0)),
    ],
    run: async (context) => {
      const { specials, seed } = context.settings;
      const request = { name: file.name, pairs, specials, seed, columns: [] };
      const { result, base } = await bothSides(context.settings, (treatment) =>
        measure(context.model, { ...request, treatment }, reporting(context)),
      );
      warnMissing(context, result.missing);
      const elsewhere = Array.from(result.measured, (p) => pairs[p]).flatMap((pair) =>
        pair && pointsElsewhere(pair) ? [String(pair.line)] : [],
      );
      if (elsewhere.length > 0)
        context.screen.write(`${strings.experiments.elsewhere({ from: elsewhere })}\n`);
      const whole = () => cosinesOf(result.before.sample, new Map(), []);
      const before = condition(base?.after ?? whole(), result);
      const after = condition(result.after, result);
      const layers = before.layers.map((layer, l) => ({ before: layer, after: after.layers[l] }));
      const best = { before: before.best, after: after.best };
      const baseline = largerClassShare(result.same);
      return {
        fields: {
          layers,
          best,
          baseline: roundedOrNull(baseline),
          grid: { thresholds: THRESHOLDS, before: before.grid, after: after.grid },
          pairs: result.same.length,
          missing: result.missing,
          elsewhere,
        },
        text: draw(before, after, { pairs: result.same.length, baseline }),
        measured: { sentences: result.sentences, tokens: result.tokens },
        truncated: result.truncated,
      };
    },
  };
};

interface Condition {
  readonly layers: readonly WicOfLayer[];
  readonly best: ThresholdGrid['best'];
  /** Accuracy, [layers][thresholds]. */
  readonly grid: readonly (readonly number[])[];
}

function condition(cosines: Float64Array, { same, before: { sample } }: WicResult): Condition {
  const { layers } = sample;
  const { accuracy, bestByLayer, best } = thresholdGrid(cosines, same, layers);
  const row = (of: Float64Array, layer: number, length: number) =>
    of.subarray(layer * length, (layer + 1) * length);
  return {
    layers: bestByLayer.map(({ layer, threshold, accuracy: share }) => ({
      accuracy: rounded(share),
      threshold,
      auc: roundedOrNull(areaUnderCurve(row(cosines, layer, same.length), same)),
    })),
    best: { ...best, accuracy: rounded(best.accuracy) },
    grid: Array.from({ length: layers }, (_, layer) =>
      Array.from(row(accuracy, layer, THRESHOLDS.length), rounded),
    ),
  };
}

function draw(
  before: Condition,
  after: Condition,
  counts: { readonly pairs: number; readonly baseline: number },
): string {
  const { columns } = strings.cli;
  const { columns: own, wic: words } = strings.experiments;
  const cells = (layer: WicOfLayer | undefined) => [
    layer?.accuracy.toFixed(4) ?? '',
    layer ? `> ${layer.threshold.toFixed(1)}` : '',
    layer?.auc?.toFixed(3) ?? '',
  ];
  const rows = before.layers.map((layer, l) => [String(l), ...cells(layer), ...cells(after.layers[l])]);
  const head = [columns.layer];
  for (const when of [columns.before, columns.after]) head.push(when, own.threshold, own.auc);
  const said = words({ ...counts, before: before.best, after: after.best });
  const blank = before.layers.some(({ auc }) => auc === null) ? `\n${strings.experiments.blank.auc}` : '';
  return `${table(head, rows)}\n\n${said}${blank}`;
}
