import { basename } from 'node:path';
import type { SenseData } from '../../datasets/index.ts';
import { wsd as measure } from '../../engine/index.ts';
import { majoritySenses, toldRight } from '../../measures/sense-predictions.ts';
import { wordAccuracy, type WordAccuracy } from '../../measures/word-accuracy.ts';
import type { Neighbours, WsdResult } from '../../protocol/experiments/wsd.ts';
import { strings } from '../../strings/index.ts';
import { reporting, warnMissing, type Experiment } from '../context.ts';
import { pathOf, sha256Of } from '../data-files.ts';
import { readSenseData } from '../read-sense-data.ts';
import { roundedOrNull } from '../report.ts';
import { table } from '../table.ts';
import { treatmentOf } from './text.ts';

/** Word senses by the nearest labelled neighbour (docs/measures.md, "Word senses"). */
export const wsd: Experiment = async ({ data: source, train, limit }) => {
  const path = pathOf(source);
  const { data, files } = await readSenseData(path, train, limit);
  const name = basename(path);
  return {
    data: { name, sha256: sha256Of(files) },
    run: async (context) => {
      const { specials, seed } = context.settings;
      const treatment = treatmentOf(context.settings);
      const request = { name, data, treatment, specials, seed, columns: [], neighbours: 1, pairs: 0 };
      const result = await measure(context.model, request, reporting(context));
      warnMissing(context, result.missing);
      const before = byLayer(result.before, result, data);
      const after = byLayer(result.after, result, data);
      const majority = majorityOf(result, data);
      const { words, missing, sentences, tokens } = result;
      const labelled = words.reduce((sum, word) => sum + word.labelled, 0);
      const counts = { words: words.length, items: result.measured.length, labelled };
      const layers = before.map((layer, l) => ({
        before: plain(layer),
        after: plain(after[l] ?? layer),
      }));
      return {
        fields: {
          layers,
          majority: plain(majority),
          words: words.map((word, w) => ({
            ...word,
            majority: roundedOrNull(majority.byWord[w] ?? NaN),
            before: before.map((layer) => roundedOrNull(layer.byWord[w] ?? NaN)),
            after: after.map((layer) => roundedOrNull(layer.byWord[w] ?? NaN)),
          })),
          missing,
        },
        text: draw(before, after, { ...counts, ...percent(majority) }),
        measured: { sentences, tokens },
      };
    },
  };
};

function byLayer(neighbours: Neighbours, { measured, word, words }: WsdResult, data: SenseData) {
  const { count, index } = neighbours;
  const layers = index.length / (measured.length * count);
  return Array.from({ length: layers }, (_, layer) => {
    const nearest = Uint32Array.from(measured, (__, i) => index[(layer * measured.length + i) * count] ?? 0);
    const right = toldRight(data.test.items, data.train.items, measured, nearest);
    return wordAccuracy(word, right, words.length);
  });
}

function majorityOf({ measured, word, words }: WsdResult, data: SenseData): WordAccuracy {
  // of the items themselves: training sets are often balanced, and then say nothing of what is frequent
  const senses = majoritySenses(measuredItems(measured, data));
  const right = Uint8Array.from(measured, (item) => {
    const one = data.test.items[item];
    const sense = one && senses.get(one.lemma);
    return sense !== undefined && one?.senses.includes(sense) ? 1 : 0;
  });
  return wordAccuracy(word, right, words.length);
}

function measuredItems(measured: Uint32Array, { test }: SenseData) {
  return Array.from(measured).flatMap((item) => test.items[item] ?? []);
}

const percent = ({ macro, micro }: WordAccuracy) => ({ macro: 100 * macro, micro: 100 * micro });

const plain = (accuracy: WordAccuracy) => {
  const { macro, micro } = percent(accuracy);
  return { macro: roundedOrNull(macro), micro: roundedOrNull(micro) };
};

function draw(
  before: readonly WordAccuracy[],
  after: readonly WordAccuracy[],
  counts: Parameters<typeof strings.experiments.wsd>[0],
): string {
  const { columns } = strings.cli;
  const { columns: own, wsd: words } = strings.experiments;
  const cells = (accuracy: WordAccuracy | undefined) => {
    const { macro, micro } = accuracy ? percent(accuracy) : { macro: NaN, micro: NaN };
    return [macro.toFixed(2), micro.toFixed(2)];
  };
  const rows = before.map((layer, l) => [String(l), ...cells(layer), ...cells(after[l])]);
  const head = [columns.before, columns.after].flatMap((when) => [`${own.macro} ${when}`, own.micro]);
  return `${words(counts)}\n\n${table([columns.layer, ...head], rows)}`;
}
