import { basename } from 'node:path';
import { sensePlaces } from '../../datasets/index.ts';
import { wsd as measure } from '../../engine/index.ts';
import { majorityAccuracy, senseAccuracy } from '../../measures/sense-accuracy.ts';
import type { WordAccuracy } from '../../measures/word-accuracy.ts';
import { strings } from '../../strings/index.ts';
import { bestLayers } from '../best-layers.ts';
import { reporting, warnMissing, type Experiment } from '../context.ts';
import { pathOf, sha256Of } from '../data-files.ts';
import { readSenseData } from '../read-sense-data.ts';
import { roundedOrNull } from '../report.ts';
import { table } from '../table.ts';
import { bothSides } from './text.ts';

/** Word senses by the nearest labelled neighbour (docs/measures.md, "Word senses"). */
export const wsd: Experiment = async ({ data: source, train, limit }) => {
  const path = pathOf(source);
  const { data, files } = await readSenseData(path, train, limit);
  const name = basename(path);
  return {
    data: { name, sha256: sha256Of(files) },
    run: async (context) => {
      const { specials, seed } = context.settings;
      const request = { name, data, specials, seed, columns: [], neighbours: 1, pairs: 0 };
      const { result, base } = await bothSides(context.settings, (treatment) =>
        measure(context.model, { ...request, treatment }, reporting(context)),
      );
      warnMissing(context, result.missing);
      const truncated = sensePlaces(data, result.truncated);
      if (truncated.length > 0) {
        const most = context.model.info.maxTokens;
        context.screen.write(`${strings.experiments.truncated({ from: truncated, most })}\n`);
      }
      const { words, missing, sentences, tokens, measured, word } = result;
      const { test, train: labels } = data;
      const told = { measured, word, words: words.length, test: test.items, train: labels.items };
      const before = senseAccuracy(base?.after ?? result.before, told);
      const after = senseAccuracy(result.after, told);
      const majority = majorityAccuracy(told);
      const labelled = words.reduce((sum, own) => sum + own.labelled, 0);
      const counts = { words: words.length, items: measured.length, labelled };
      const layers = before.map((layer, l) => ({
        before: plain(layer),
        after: plain(after[l] ?? layer),
      }));
      return {
        fields: {
          layers,
          best: bestLayers(layers.map((layer) => ({ before: layer.before.macro, after: layer.after.macro }))),
          majority: plain(majority),
          words: words.map((own, w) => ({
            ...own,
            majority: roundedOrNull(majority.byWord[w] ?? NaN),
            before: before.map((layer) => roundedOrNull(layer.byWord[w] ?? NaN)),
            after: after.map((layer) => roundedOrNull(layer.byWord[w] ?? NaN)),
          })),
          missing,
          truncated,
        },
        text: draw(before, after, { ...counts, ...percent(majority) }),
        measured: { sentences, tokens },
      };
    },
  };
};

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
