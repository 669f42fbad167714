import { cosinesOf } from '../../measures/cosines-of.ts';
import { distancesOf } from '../../measures/neighbour-distances.ts';
import { senseAccuracy } from '../../measures/sense-accuracy.ts';
import { subsetScores } from '../../measures/subset-scores.ts';
import { thresholdGrid } from '../../measures/threshold-grid.ts';
import { treeScore } from '../../measures/tree-score.ts';
import type { Task, TaskScoresRequest, TaskScoresResult } from '../../protocol/experiments/compare.ts';
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
      const { same, before, after } = await wic(model, { ...settings, pairs: task.pairs }, options);
      const grid = thresholdGrid(cosines(before, after), same, before.sample.layers);
      return { scores: Float64Array.from(grid.bestByLayer, (best) => best.accuracy), measured: same.length };
    }
    case 'sts': {
      const { scores, starts, before, after } = await sts(
        model,
        { ...settings, subsets: task.subsets },
        options,
      );
      const rows = rowsOf(cosines(before, after), scores.length);
      return {
        scores: Float64Array.from(rows, (row) => subsetScores(row, scores, starts).spearman.all),
        measured: scores.length,
      };
    }
    case 'wsd': {
      const { data } = task;
      const found = await wsd(model, { ...settings, data, neighbours: 1, pairs: 0 }, options);
      const told = { ...found, words: found.words.length, test: data.test.items, train: data.train.items };
      const accuracies = senseAccuracy(whole ? found.before : found.after, told);
      return { scores: Float64Array.from(accuracies, ({ macro }) => macro), measured: found.measured.length };
    }
    case 'words': {
      const request = { ...settings, sentences: task.sentences, least: LEAST_SENTENCES, most: MOST_WORDS };
      const { result } = await selfSimilarity(model, { ...request, pairs: 0 }, options);
      const rows = rowsOf(whole ? result.before : result.after, result.words.length);
      return {
        scores: Float64Array.from(rows, (row) => row.reduce((sum, one) => sum + one, 0) / row.length),
        measured: result.words.length,
      };
    }
    case 'trees': {
      const sentences = task.sentences.map(({ words }) => words);
      const found = await syntax(model, { ...settings, sentences }, options);
      const distances = whole ? distancesOf('cosine', found.before, []) : found.after.cosine;
      const gold = Array.from(found.measured, (s) => task.sentences[s]?.spans ?? []);
      const rows = rowsOf(distances, found.starts.at(-1) ?? 0);
      return {
        scores: Float64Array.from(rows, (row) => treeScore(row, found.starts, gold)),
        measured: gold.length,
      };
    }
  }
}

/** A row a layer; none without anything in it. */
function rowsOf(values: Float64Array, width: number): Float64Array[] {
  if (width === 0) return [];
  return Array.from({ length: values.length / width }, (_, l) => values.subarray(l * width, (l + 1) * width));
}

function isNothing({ cut, remedy }: Treatment): boolean {
  return cut.length === 0 && remedy === undefined;
}
