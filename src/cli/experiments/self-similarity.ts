import * as v from 'valibot';
import { foldSelfSimilarity, WordFold } from '../../engine/index.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { strings } from '../../strings/index.ts';
import { reporting } from '../context.ts';
import { rounded } from '../report.ts';
import type { Additive, Shape } from '../shards/additive.ts';
import type { Sums } from '../shards/sums.ts';
import { table } from '../table.ts';
import { isIn } from '../text-windows.ts';
import { treatmentOf } from './text.ts';

/** As the paper has it: words in at least 10 sentences, 1,000 of them. */
const CHOICE = { least: 10, most: 1000 };

interface SelfSimilarityOfLayer {
  readonly before: number;
  readonly after: number;
  /** Less the layer's anisotropy; null with one sentence. */
  readonly adjustedBefore: number | null;
  readonly adjustedAfter: number | null;
}

const Same = v.object({ words: v.number(), eligible: v.number(), unread: v.array(v.number()) });

/**
 * The mean cosine of words' own vectors in different sentences (docs/measures.md, "Words"). Which words count is for the whole
 * text to say, so every shard reads all of it, and runs its own sentences alone.
 */
export const selfSimilarity: Additive = {
  async collect(context, source) {
    const { specials, seed, shard, base } = context.settings;
    const sentences: string[] = [];
    for await (const sentence of source.read()) sentences.push(sentence);
    const treatment = treatmentOf(context.settings);
    const request = { sentences, specials, seed, columns: [], ...CHOICE, pairs: 0 };
    const isPart = (sentence: number) => isIn(shard, sentence);
    const fold = (treated: Treatment) =>
      foldSelfSimilarity(context.model, { ...request, treatment: treated }, reporting(context), isPart);
    const found = await fold(treatment);
    const before = base ? (await fold(base)).after : found.before;
    const { after, unread, words, eligible } = found;
    if (unread.length > 0)
      context.screen.write(`${strings.experiments.unread({ sentences: unread.map((one) => one + 1) })}\n`);
    return {
      sums: { ...sumsOf('before', before), ...(after === before ? {} : sumsOf('after', after)) },
      same: { words: words.length, eligible, unread },
      passed: { sentences: found.sentences, tokens: found.tokens, truncated: found.truncated },
    };
  },

  conclude({ sums, same, shape }) {
    const { words, eligible, unread } = v.parse(Same, same);
    const before = foldOf('before', sums, shape, words);
    const after = 'afterWords' in sums ? foldOf('after', sums, shape, words) : before;
    const layers = layersOf(before, after, words);
    const about = strings.experiments.words({ words, eligible, least: CHOICE.least });
    return { fields: { layers, words, eligible, unread }, text: `${about}\n\n${draw(layers)}` };
  },
};

/** Of a condition, as arrays that add up. */
function sumsOf(name: string, { words, tokens }: WordFold): Sums {
  const { sum, nonzero, count } = words.sums;
  const { unit, unitSquare, sentences } = tokens.sums;
  return {
    [`${name}Words`]: Float64Array.from(sum),
    [`${name}Nonzero`]: Float64Array.from(nonzero),
    [`${name}Count`]: Float64Array.from(count),
    [`${name}Unit`]: unit,
    [`${name}UnitSquare`]: unitSquare,
    [`${name}Sentences`]: Float64Array.of(sentences),
  };
}

function foldOf(name: string, sums: Sums, { layers, dims }: Shape, words: number): WordFold {
  const array = (part: string) => sums[name + part] ?? new Float64Array();
  const fold = new WordFold(layers, words, dims);
  fold.words.addSums({ sum: array('Words'), nonzero: array('Nonzero'), count: array('Count') });
  const [sentences = 0] = array('Sentences');
  fold.tokens.addSums({ unit: array('Unit'), unitSquare: array('UnitSquare'), sentences });
  return fold;
}

function layersOf(before: WordFold, after: WordFold, words: number): SelfSimilarityOfLayer[] {
  const [own, treated] = [before, after].map((fold) => {
    const cosines = fold.words.meanCosines();
    const anisotropy = fold.anisotropy();
    return (layer: number) => {
      const row = cosines.subarray(layer * words, (layer + 1) * words);
      const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
      return {
        mean: rounded(mean),
        adjusted: anisotropy ? rounded(mean - (anisotropy[layer] ?? NaN)) : null,
      };
    };
  });
  return Array.from({ length: before.words.sums.count.length / words }, (_, layer) => {
    const [whole, rest] = [own?.(layer), treated?.(layer)];
    return {
      before: whole?.mean ?? NaN,
      after: rest?.mean ?? NaN,
      adjustedBefore: whole?.adjusted ?? null,
      adjustedAfter: rest?.adjusted ?? null,
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
