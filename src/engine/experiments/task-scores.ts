import { cosinesOf } from '../../measures/cosines-of.ts';
import { distancesOf } from '../../measures/neighbour-distances.ts';
import { senseAccuracy } from '../../measures/sense-accuracy.ts';
import { subsetScores } from '../../measures/subset-scores.ts';
import { thresholdGrid } from '../../measures/threshold-grid.ts';
import { treeScore } from '../../measures/tree-score.ts';
import type { Task, TaskScoresRequest, TaskScoresResult } from '../../protocol/experiments/compare.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import type { HeldColumns } from '../../protocol/experiments/held-columns.ts';
import type { ExperimentSettings, Treatment } from '../../protocol/experiments/treatment.ts';
import type { Model } from '../model.ts';
import type { RunOptions } from './run-options.ts';
import { selfSimilarity } from './self-similarity.ts';
import { sts } from './sts.ts';
import { syntax } from './syntax.ts';
import { wic } from './wic.ts';
import { wsd } from './wsd.ts';

/** Words in so many sentences are compared with themselves, and at most so many words. */
const LEAST_SENTENCES = 10;
const MOST_WORDS = 1000;

/**
 * One task's score in every layer, by the measures that the views of the tasks use.
 * @param model told the positions that are asked for, see `movedModel`
 * @throws TailscopeError as the task's own experiment
 */
export async function taskScores(
  model: Model,
  { setting: { treatment, specials, seed }, task, name }: TaskScoresRequest,
  options: RunOptions = {},
): Promise<TaskScoresResult> {
  const settings = { treatment, specials, seed, columns: [], name };
  return scoresOf(model, task, settings, options);
}

type Settings = ExperimentSettings & { readonly name: string };

async function scoresOf(
  model: Model,
  task: Task,
  settings: Settings,
  options: RunOptions,
): Promise<TaskScoresResult> {
  const whole = isNothing(settings.treatment);
  const cosines = (before: HeldColumns, after: Float64Array): Float64Array =>
    whole ? cosinesOf(before.sample, new Map(), []) : after;
  switch (task.kind) {
    case 'wic': {
      const found = await wic(model, { ...settings, pairs: task.pairs }, options);
      const { same, before, after } = found;
      const grid = thresholdGrid(cosines(before, after), same, before.sample.layers);
      const best = Float64Array.from(grid.bestByLayer, ({ accuracy }) => accuracy);
      return answer(best, same.length, found);
    }
    case 'sts': {
      const found = await sts(model, { ...settings, subsets: task.subsets }, options);
      const { scores, starts, before, after } = found;
      const rows = rowsOf(cosines(before, after), scores.length);
      const spearman = Float64Array.from(rows, (row) => subsetScores(row, scores, starts).spearman.all);
      return answer(spearman, scores.length, found);
    }
    case 'wsd': {
      const { data } = task;
      const found = await wsd(model, { ...settings, data, neighbours: 1, pairs: 0 }, options);
      const told = { ...found, words: found.words.length, test: data.test.items, train: data.train.items };
      const accuracies = senseAccuracy(whole ? found.before : found.after, told);
      const macro = Float64Array.from(accuracies, (one) => one.macro);
      return answer(macro, found.measured.length, found);
    }
    case 'words': {
      const request = { ...settings, sentences: task.sentences, least: LEAST_SENTENCES, most: MOST_WORDS };
      const { result } = await selfSimilarity(model, { ...request, pairs: 0 }, options);
      const rows = rowsOf(whole ? result.before : result.after, result.words.length);
      const means = Float64Array.from(rows, (row) => row.reduce((sum, one) => sum + one, 0) / row.length);
      const missing = result.unread.map((s): Missing => ({ from: String(s + 1), why: 'unread' }));
      return answer(means, result.words.length, { missing });
    }
    case 'trees': {
      const sentences = task.sentences.map(({ words }) => words);
      const found = await syntax(model, { ...settings, sentences }, options);
      const distances = whole ? distancesOf('cosine', found.before, []) : found.after.cosine;
      const gold = Array.from(found.measured, (s) => task.sentences[s]?.spans ?? []);
      const rows = rowsOf(distances, found.starts.at(-1) ?? 0);
      const f1 = Float64Array.from(rows, (row) => treeScore(row, found.starts, gold));
      return answer(f1, gold.length, found);
    }
  }
}

function answer(
  scores: Float64Array,
  measured: number,
  {
    missing,
    truncated = [],
  }: { readonly missing: readonly Missing[]; readonly truncated?: readonly number[] },
): TaskScoresResult {
  return { scores, measured, missing, truncated };
}

/** A row a layer; none without anything in it. */
function rowsOf(values: Float64Array, width: number): Float64Array[] {
  if (width === 0) return [];
  return Array.from({ length: values.length / width }, (_, l) => values.subarray(l * width, (l + 1) * width));
}

function isNothing({ cut, remedy }: Treatment): boolean {
  return cut.length === 0 && remedy === undefined;
}
