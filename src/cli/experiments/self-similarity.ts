import { selfSimilarity as measure } from '../../engine/index.ts';
import type { SelfSimilarityResult } from '../../protocol/experiments/self-similarity.ts';
import { strings } from '../../strings/index.ts';
import { reporting, type Experiment } from '../context.ts';
import { readData } from '../read-data.ts';
import { rounded } from '../report.ts';
import { table } from '../table.ts';
import { bothSides } from './text.ts';

/** As the paper has it: words in at least 10 sentences, 1,000 of them. */
const CHOICE = { least: 10, most: 1000 };

interface SelfSimilarityOfLayer {
  readonly before: number;
  readonly after: number;
  /** Less the layer's anisotropy; null with one sentence. */
  readonly adjustedBefore: number | null;
  readonly adjustedAfter: number | null;
}

/** The mean cosine of words' own vectors in different sentences (docs/measures.md, "Words"). */
export const selfSimilarity: Experiment = async (args) => {
  const { name, sha256, sentences } = await readData(args);
  return {
    data: { name, sha256 },
    run: async (context) => {
      const { specials, seed } = context.settings;
      const request = { sentences, specials, seed, columns: [], ...CHOICE, pairs: 0 };
      const { result, base } = await bothSides(context.settings, async (treatment) => {
        const found = await measure(context.model, { ...request, treatment }, reporting(context));
        return found.result;
      });
      const byLayer = layersOf(
        base ? { ...result, before: base.after, anisotropyBefore: base.anisotropyAfter } : result,
      );
      const { unread, eligible, words, sentences: count, tokens } = result;
      if (unread.length > 0)
        context.screen.write(`${strings.experiments.unread({ sentences: unread.map((one) => one + 1) })}\n`);
      const about = strings.experiments.words({ words: words.length, eligible, least: CHOICE.least });
      return {
        fields: { layers: byLayer, words: words.length, eligible, unread },
        text: `${about}\n\n${draw(byLayer)}`,
        measured: { sentences: count, tokens },
      };
    },
  };
};

function layersOf(result: SelfSimilarityResult): SelfSimilarityOfLayer[] {
  const { words, before, after, anisotropyBefore, anisotropyAfter } = result;
  const mean = (values: Float64Array, layer: number) => {
    const row = values.subarray(layer * words.length, (layer + 1) * words.length);
    return row.reduce((sum, value) => sum + value, 0) / row.length;
  };
  return Array.from({ length: before.length / words.length }, (_, layer) => {
    const less = (value: number, of: Float64Array | undefined) =>
      of === undefined ? null : rounded(value - (of[layer] ?? NaN));
    const [whole, treated] = [mean(before, layer), mean(after, layer)];
    return {
      before: rounded(whole),
      after: rounded(treated),
      adjustedBefore: less(whole, anisotropyBefore),
      adjustedAfter: less(treated, anisotropyAfter),
    };
  });
}

function draw(layers: readonly SelfSimilarityOfLayer[]): string {
  const { columns } = strings.cli;
  const { columns: own } = strings.experiments;
  const cell = (value: number | null) => value?.toFixed(3) ?? '';
  const rows = layers.map((layer, l) => [
    String(l),
    cell(layer.before),
    cell(layer.after),
    cell(layer.adjustedBefore),
    cell(layer.adjustedAfter),
  ]);
  return table([columns.layer, columns.before, columns.after, own.adjustedBefore, own.adjustedAfter], rows);
}
