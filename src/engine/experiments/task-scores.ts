import type { BareSentence } from '../../datasets/index.ts';
import { areaUnderCurve } from '../../measures/area-under-curve.ts';
import { baselineSteps, type BaselineScore } from '../../measures/baseline-scores.ts';
import { cosinesOf } from '../../measures/cosines-of.ts';
import { geometryReport, type GeometryOfLayer } from '../../measures/geometry-report.ts';
import { distancesOf, type Distance } from '../../measures/neighbour-distances.ts';
import { senseAccuracy } from '../../measures/sense-accuracy.ts';
import { subsetScores } from '../../measures/subset-scores.ts';
import { thresholdGrid } from '../../measures/threshold-grid.ts';
import { treeScore } from '../../measures/tree-score.ts';
import type { Task, TaskScoresRequest, TaskScoresResult } from '../../protocol/experiments/compare.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import type { HeldColumns } from '../../protocol/experiments/held-columns.ts';
import type { ExperimentSettings, Treatment } from '../../protocol/experiments/treatment.ts';
import type { Model } from '../model.ts';
import { classifier } from './classifier.ts';
import { geometryEvidence } from './geometry-evidence.ts';
import { geometry } from './geometry.ts';
import { positionProbe } from './position-probe.ts';
import type { RunOptions } from './run-options.ts';
import { selfSimilarity } from './self-similarity.ts';
import { sts } from './sts.ts';
import { syntax } from './syntax.ts';
import { wic } from './wic.ts';
import { wsd } from './wsd.ts';

/** Words in so many sentences are compared with themselves, and at most so many words. */
const LEAST_SENTENCES = 10;
const MOST_WORDS = 1000;
/** Pairs of tokens whose cosines are spread out, as in the view of geometry. */
const TOKEN_PAIRS = 1000;
/** Tokens drawn as points, as there. */
const TOKEN_POINTS = 500;

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
      const { same, measured, before, after } = found;
      const own = cosines(before, after);
      const grid = thresholdGrid(own, same, before.sample.layers);
      return {
        ...answer(
          {
            scores: Float64Array.from(grid.bestByLayer, ({ accuracy }) => accuracy),
            others: {
              auc: Float64Array.from(rowsOf(own, same.length), (row) => areaUnderCurve(row, same)),
            },
          },
          same.length,
          found,
        ),
        evidence: { kind: 'wic', cosines: own, same, measured },
      };
    }
    case 'sts': {
      const found = await sts(model, { ...settings, subsets: task.subsets }, options);
      const { scores, starts, before, after, measured } = found;
      const own = cosines(before, after);
      const figures = rowsOf(own, scores.length).map((row) => subsetScores(row, scores, starts));
      return {
        ...answer(
          {
            scores: Float64Array.from(figures, ({ spearman }) => spearman.all),
            others: { pearson: Float64Array.from(figures, ({ pearson }) => pearson.all) },
          },
          scores.length,
          found,
        ),
        evidence: { kind: 'sts', cosines: own, people: scores, measured },
      };
    }
    case 'wsd': {
      const { data } = task;
      const found = await wsd(model, { ...settings, data, neighbours: 1, pairs: 0 }, options);
      const told = { ...found, words: found.words.length, test: data.test.items, train: data.train.items };
      const nearest = whole ? found.before : found.after;
      const accuracies = senseAccuracy(nearest, told);
      const { words, measured, word } = found;
      return {
        ...answer(
          {
            scores: Float64Array.from(accuracies, ({ macro }) => macro),
            others: { micro: Float64Array.from(accuracies, ({ micro }) => micro) },
          },
          measured.length,
          found,
        ),
        evidence: { kind: 'wsd', words, measured, word, nearest },
      };
    }
    case 'words': {
      const request = { ...settings, sentences: task.sentences, least: LEAST_SENTENCES, most: MOST_WORDS };
      const { result } = await selfSimilarity(model, { ...request, pairs: 0 }, options);
      const similarities = whole ? result.before : result.after;
      const rows = rowsOf(similarities, result.words.length);
      const scores = Float64Array.from(rows, (row) => row.reduce((sum, one) => sum + one, 0) / row.length);
      const shared = whole ? result.anisotropyBefore : result.anisotropyAfter;
      const adjusted = shared && scores.map((score, layer) => score - (shared[layer] ?? NaN));
      const missing = result.unread.map((s): Missing => ({ from: String(s + 1), why: 'unread' }));
      const figures = answer({ scores, others: adjusted ? { adjusted } : {} }, result.words.length, {
        missing,
        truncated: result.truncated,
      });
      const forms = result.words.map(({ form }) => form);
      return { ...figures, evidence: { kind: 'words', forms, similarities } };
    }
    case 'trees': {
      const sentences = task.sentences.map(({ words }) => words);
      const found = await syntax(model, { ...settings, sentences }, options);
      const measured = Array.from(found.measured).flatMap((s) => task.sentences[s] ?? []);
      const gold = measured.map(({ spans }) => spans);
      const distances = (kind: Distance): Float64Array =>
        whole ? distancesOf(kind, found.before, []) : found.after[kind];
      const f1 = (all: Float64Array): Float64Array => {
        const rows = rowsOf(all, found.starts.at(-1) ?? 0);
        return Float64Array.from(rows, (row) => treeScore(row, found.starts, gold));
      };
      if (task.distance)
        return answer({ scores: f1(distances(task.distance)), others: {} }, gold.length, found);
      const cosine = distances('cosine');
      const others = { l1: f1(distances('l1')), l2: f1(distances('l2')) };
      return {
        ...answer({ scores: f1(cosine), others }, gold.length, found),
        baselines: await baselinesOf(measured, settings.seed, options),
        evidence: {
          kind: 'trees',
          distances: cosine,
          measured: found.measured,
          starts: found.starts,
        },
      };
    }
    case 'labels': {
      const { train, test } = task;
      const found = await classifier(model, { ...settings, train, test }, options);
      const scores = whole ? found.before : found.after;
      return answer({ scores, others: {} }, found.tested, { missing: [], truncated: found.truncated });
    }
    case 'geometry': {
      const request = { ...settings, sentences: task.sentences, pairs: TOKEN_PAIRS, points: TOKEN_POINTS };
      const found = await geometry(model, request, options);
      const layers = geometryReport(found);
      const of = (read: (layer: GeometryOfLayer) => number) => Float64Array.from(layers, read);
      const figures = answer(
        {
          scores: of(({ isoScore }) => isoScore.after),
          others: {
            anisotropy: of(({ anisotropy }) => anisotropy.after),
            anisotropyLow: of(({ anisotropy }) => anisotropy.afterLow),
            anisotropyHigh: of(({ anisotropy }) => anisotropy.afterHigh),
            kurtosis: of(({ kurtosis }) => kurtosis.after),
            cosineMean: of(({ cosines: { after } }) => after.mean),
            cosineLow: of(({ cosines: { after } }) => after.low),
            cosineHigh: of(({ cosines: { after } }) => after.high),
          },
        },
        found.tokens,
        { missing: [], truncated: found.truncated },
      );
      return { ...figures, evidence: geometryEvidence(found, layers) };
    }
    case 'probe': {
      const { specials, seed, treatment, name } = settings;
      const { train, test } = task;
      const { onProgress, ...others } = options;
      const found = await positionProbe(
        model,
        { name, train, test, specials, seed, dims: [], treatment },
        {
          ...others,
          // of the two things that it does the reading is the longer
          onProgress: ({ doing, done, of: all }) => {
            if (doing === 'reading') onProgress?.({ sentences: done, of: all });
          },
        },
      );
      return answer(
        {
          scores: Float64Array.from(found.layers, ({ accuracy }) => accuracy),
          others: {},
        },
        found.tested,
        { missing: [], truncated: found.truncated },
      );
    }
  }
}

/** The scores of trees that look at no vector, with room for others between stretches of a treebank. */
async function baselinesOf(
  sentences: readonly BareSentence[],
  seed: number,
  { pause }: RunOptions,
): Promise<readonly BaselineScore[]> {
  const steps = baselineSteps(sentences, seed);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause?.();
  }
}

function answer(
  { scores, others }: Pick<TaskScoresResult, 'scores' | 'others'>,
  measured: number,
  {
    missing,
    truncated = [],
  }: { readonly missing: readonly Missing[]; readonly truncated?: readonly number[] },
): TaskScoresResult {
  return { scores, others, measured, missing, truncated };
}

/** A row a layer; none without anything in it. */
function rowsOf(values: Float64Array, width: number): Float64Array[] {
  if (width === 0) return [];
  return Array.from({ length: values.length / width }, (_, l) => values.subarray(l * width, (l + 1) * width));
}

function isNothing({ cut, remedy }: Treatment): boolean {
  return cut.length === 0 && remedy === undefined;
}
