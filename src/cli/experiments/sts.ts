import { basename, join } from 'node:path';
import { TailscopeError } from '../../core/error.ts';
import { readSentEval, readSts, type ScoredSubset } from '../../datasets/index.ts';
import { sts as measure } from '../../engine/index.ts';
import { cosinesOf } from '../../measures/cosines-of.ts';
import { subsetScores, type Aggregations, type SubsetScores } from '../../measures/subset-scores.ts';
import type { StsResult } from '../../protocol/experiments/sts.ts';
import { strings } from '../../strings/index.ts';
import { bestLayers } from '../best-layers.ts';
import { reporting, warnMissing, type Experiment } from '../context.ts';
import { isFolder, namesIn, pathOf, readText, sha256Of, type DataFile } from '../data-files.ts';
import { roundedOrNull } from '../report.ts';
import { table } from '../table.ts';
import { bothSides } from './text.ts';

/** Sentence similarity: how well cosines follow people's scores (docs/measures.md, "Sentences"). */
export const sts: Experiment = async ({ data, limit }) => {
  const path = pathOf(data);
  const { subsets: all, files } = await readSubsets(path);
  const subsets = all.map(({ name, pairs }) => ({ name, pairs: pairs.slice(0, limit) }));
  const name = basename(path);
  const pairs = subsets.flatMap((subset) => subset.pairs);
  return {
    data: { name, sha256: sha256Of(files) },
    // a pair's two sentences are on one line
    linesOf: (sentences) => [
      ...new Set(sentences.map((sentence) => pairs[Math.floor(sentence / 2)]?.line ?? 0)),
    ],
    run: async (context) => {
      const { specials, seed } = context.settings;
      const request = { name, subsets, specials, seed, columns: [] };
      const { result, base } = await bothSides(context.settings, (treatment) =>
        measure(context.model, { ...request, treatment }, reporting(context)),
      );
      warnMissing(context, result.missing);
      const whole = () => cosinesOf(result.before.sample, new Map(), []);
      const before = scoresByLayer(base?.after ?? whole(), result);
      const after = scoresByLayer(result.after, result);
      const layers = before.map((scores, l) => {
        const treated = after[l] ?? scores;
        return {
          before: roundedOrNull(scores.spearman.all),
          after: roundedOrNull(treated.spearman.all),
          pearson: { before: roundedOrNull(scores.pearson.all), after: roundedOrNull(treated.pearson.all) },
          ...(subsets.length > 1 && { subsets: bySubset(subsets, scores, treated) }),
        };
      });
      const { missing, sentences, tokens } = result;
      return {
        fields: { layers, best: bestLayers(layers), pairs: result.measured.length, missing },
        text: draw(before, after, { pairs: result.measured.length, subsets: subsets.length }),
        measured: { sentences, tokens },
        truncated: result.truncated,
      };
    },
  };
};

async function readSubsets(
  path: string,
): Promise<{ readonly subsets: readonly ScoredSubset[]; readonly files: readonly DataFile[] }> {
  if (!(await isFolder(path))) {
    const file = await readText(path);
    return { subsets: [{ name: file.name, pairs: readSts(file) }], files: [file] };
  }
  const names = (await namesIn(path)) ?? [];
  const inputs = names.filter((name) => /^STS\.input\..+\.txt$/.test(name));
  if (inputs.length === 0) throw TailscopeError.of('no-subsets', { folder: path });
  const files: DataFile[] = [];
  const subsets: ScoredSubset[] = [];
  for (const name of inputs) {
    const goldName = name.replace('STS.input.', 'STS.gs.');
    if (!names.includes(goldName))
      throw TailscopeError.of('no-gold', { data: name, gold: goldName, ending: undefined });
    const input = await readText(join(path, name));
    const gold = await readText(join(path, goldName));
    files.push(input, gold);
    subsets.push({ name: name.slice('STS.input.'.length, -'.txt'.length), pairs: readSentEval(input, gold) });
  }
  return { subsets, files };
}

function scoresByLayer(cosines: Float64Array, { scores, starts, before }: StsResult): SubsetScores[] {
  return Array.from({ length: before.sample.layers }, (_, layer) =>
    subsetScores(cosines.subarray(layer * scores.length, (layer + 1) * scores.length), scores, starts),
  );
}

function bySubset(subsets: readonly ScoredSubset[], before: SubsetScores, after: SubsetScores) {
  const plain = ({ mean, weighted }: Aggregations) => ({
    mean: roundedOrNull(mean),
    weighted: roundedOrNull(weighted),
  });
  return {
    before: plain(before.spearman),
    after: plain(after.spearman),
    each: subsets.map(({ name }, s) => ({
      name,
      before: roundedOrNull(before.bySubset[s]?.spearman ?? NaN),
      after: roundedOrNull(after.bySubset[s]?.spearman ?? NaN),
    })),
  };
}

function draw(
  before: readonly SubsetScores[],
  after: readonly SubsetScores[],
  counts: { readonly pairs: number; readonly subsets: number },
): string {
  const { columns } = strings.cli;
  const { columns: own, sts: words } = strings.experiments;
  const cell = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? '' : value.toFixed(2);
  const several = counts.subsets > 1;
  const cells = (scores: SubsetScores | undefined) => {
    const { all, mean, weighted } = scores?.spearman ?? {};
    const shown = several ? [all, mean, weighted] : [all];
    return [...shown, scores?.pearson.all].map(cell);
  };
  const head = (when: string) => {
    const shown = several ? [own.mean, own.weighted] : [];
    return [`${own.spearman} ${when}`, ...shown, own.pearson];
  };
  const rows = before.map((scores, l) => [String(l), ...cells(scores), ...cells(after[l])]);
  const names = [columns.layer, ...head(columns.before), ...head(columns.after)];
  const blank = [...before, ...after].some(({ spearman }) => Number.isNaN(spearman.all))
    ? `\n\n${strings.experiments.blank.correlation}`
    : '';
  return `${words(counts)}\n\n${table(names, rows)}${blank}`;
}
