import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { readArguments } from '../../cli/arguments.ts';
import { rounded } from '../../cli/report.ts';
import { runExperiment } from '../../cli/run-experiment.ts';
import { decimal, unit } from '../../charts/scale/format.ts';
import {
  Engine,
  SessionQueue,
  compareHandlers,
  experimentHandlers,
  type ExperimentMessage,
} from '../../engine/index.ts';
import { loadModel, type NodeModel } from '../../engine/node/index.ts';
import { DISTANCES } from '../../measures/neighbour-distances.ts';
import { baselineSteps } from '../../measures/baseline-scores.ts';
import { controlDraws } from '../../measures/control-draws.ts';
import type { ControlRange } from '../../measures/control-range.ts';
import { readRemedy } from '../../measures/remedy.ts';
import type { CallOptions, Handlers } from '../../protocol/channel/index.ts';
import type { TaskFigures } from '../../protocol/experiments/compare.ts';
import type { MessageName, Request, Response } from '../../protocol/messages.ts';
import { EXAMPLE_FILES } from '../data/example-files.ts';
import { DATA_IDS, NO_DATA, type DataId, type Examples } from '../data/experiment-data.ts';
import { readAs } from '../data/read-as.ts';
import { controlFigures } from '../derive/lab/control-figures.ts';
import { figuresAfterCut, isDowndated } from '../derive/lab/figures-after-cut.ts';
import { selectAccuracies } from '../derive/lab/classifier.ts';
import { anisotropyOf, evennessOf, planeOf, selectGeometry, spreadsOf } from '../derive/lab/geometry.ts';
import { selectAdjustedSimilarity, selectSelfSimilarity } from '../derive/lab/self-similarity.ts';
import { selectStsScores } from '../derive/lab/sts.ts';
import { selectTreeScores } from '../derive/lab/trees.ts';
import { selectWicGrids } from '../derive/lab/wic.ts';
import { majorityOf, selectSenseAccuracies } from '../derive/lab/wsd.ts';
import type { State } from '../state.ts';
import { createAppStore, type AppStore } from '../store.ts';
import type { ViewId } from '../view.ts';
import { followTrials } from './follow-trials.ts';
import { taskOf } from './task-of.ts';
import type { TrialId } from './trial.ts';

const ROOT = new URL('../../../', import.meta.url);
const place = (path: string) => fileURLToPath(new URL(path, ROOT));
const index = JSON.parse(readFileSync(place('public/models/index.json'), 'utf8')) as { default: string };
const MODEL = place(`public/models/${index.default}`);
const CUT = 81;

let model: NodeModel;
let store: AppStore;
let handlers: Pick<Handlers, ExperimentMessage | 'control-scores'>;
/** Two subsets of the example pairs, as SentEval has them. */
const subsets = mkdtempSync(join(tmpdir(), 'tailscope-sts-'));

beforeAll(async () => {
  model = await loadModel(MODEL, { threads: 1 });
  const engine = new Engine(new SessionQueue());
  await engine.use(model);
  handlers = { ...experimentHandlers(engine), ...compareHandlers(engine) };
  let examples: Examples = NO_DATA;
  for (const id of DATA_IDS) {
    const files = EXAMPLE_FILES[id].map((path) => ({
      path,
      name: path.split('/').at(-1) ?? '',
      text: readFileSync(place(`public/examples/${path}`), 'utf8'),
    }));
    examples = (await readAs(id, files, () => Promise.resolve())).giveExample(examples);
  }
  store = createAppStore({
    examples,
    model: { kind: 'ready', model: model.info, runsOn: model.info.runsOn },
  });
  followTrials(store, {
    call: async <N extends MessageName>(name: N, request: Request<N>, options: CallOptions<N> = {}) => {
      const handler = Object.entries(handlers).find(([known]) => known === name)?.[1] as
        | ((
            request: Request<N>,
            context: { signal: AbortSignal; priority: 'live'; onProgress: () => void },
          ) => Promise<Response<N>>)
        | undefined;
      if (!handler) throw new Error(`nobody answers ${name}`);
      const signal = options.signal ?? new AbortController().signal;
      return handler(request, { signal, priority: 'live', onProgress: () => undefined });
    },
  });
}, 120_000);

afterAll(async () => {
  rmSync(subsets, { recursive: true });
  await model.encoder.release();
});

/** What the command prints. @param data of the examples, or a whole path */
async function command(experiment: string, data: string, ...flags: string[]): Promise<string> {
  const path = isAbsolute(data) ? data : place(`public/examples/${data}`);
  const own = ['--model', MODEL, '--threads', '1', '--data', path];
  const settings = readArguments([experiment, ...own, ...flags]);
  if (settings === 'help') throw new Error('help was not asked for');
  return runExperiment(settings, { write: () => undefined });
}

/** Rows of the command's table, each cell as it is printed. */
async function printed(experiment: string, data: string, ...flags: string[]): Promise<string[][]> {
  const text = await command(experiment, data, ...flags);
  return text
    .split('\n')
    .filter((line) => /^\s*\d+ {2}/.test(line))
    .map((line) => line.trim().split(/ {2,}/));
}

const GeometryReport = v.object({
  layers: v.array(
    v.object({
      anisotropy: v.object({ afterLow: v.number(), afterHigh: v.number() }),
      cosines: v.object({
        before: v.object({ median: v.number() }),
        after: v.object({ median: v.number() }),
      }),
    }),
  ),
});

/** The command's JSON. */
async function reported(experiment: string, data: string, ...flags: string[]): Promise<unknown> {
  return JSON.parse(await command(experiment, data, '--json', ...flags));
}

/** Opens a view, cuts, and waits until an experiment has what it needs for it. */
async function shown(
  id: TrialId,
  view: ViewId,
  { where, remedy, specials = 'include' }: Pick<State, 'where' | 'remedy'> & Partial<Pick<State, 'specials'>>,
): Promise<void> {
  store.setState({ view, cut: [], where, remedy, specials, control: false });
  await idle(id);
  store.actions.toggleCut(CUT);
  await idle(id);
  expect(store.getState().trials[id].failure).toBeUndefined();
}

async function idle(id: TrialId): Promise<void> {
  while (store.getState().trials[id].running) await new Promise((resolve) => setTimeout(resolve, 5));
}

const plain = (text: string): string => text.replace('−', '-').replace(/^(-?)\./, '$10.');
const cell = (value: number | undefined, digits: number): string => plain(unit(value ?? NaN, digits));
const hundredths = (value: number | undefined): string => plain(decimal(value ?? NaN, 2));

const rows = <T>(layers: ArrayLike<T>, of: (layer: number) => readonly string[]): string[][] =>
  Array.from(layers, (_, l) => [String(l), ...of(l)]);

for (const [where, named, specials] of [
  ['after', 'none', 'include'],
  ['inside', 'none', 'include'],
  ['after', 'none', 'exclude'],
  ['after', 'center', 'include'],
  ['after', 'standardize', 'include'],
  ['after', 'top:2', 'include'],
  ['after', 'whiten', 'include'],
] as const) {
  const flags = ['--cut', String(CUT), '--cut-where', where, '--remedy', named, '--specials', specials];
  const { remedy } = readRemedy(named) ?? expect.fail();
  const treatment = { where, remedy, specials } as const;
  // what a remedy takes from vectors it takes for all alike: one is tried with every experiment, the others with three
  const every = named === 'none' || named === 'center';
  const how = [where, ...(named === 'none' ? [] : [named]), `specials ${specials}d`].join(', ');

  test(`Word in Context, cut ${how}: page and command print the same digits`, async () => {
    await shown('wic', 'words', treatment);
    const grids = selectWicGrids(store.getState()) ?? expect.fail();
    const cells = ({ bestByLayer, auc }: typeof grids.before, l: number) => {
      const best = bestByLayer[l];
      return [cell(best?.accuracy, 4), `> ${cell(best?.threshold, 1)}`, cell(auc[l], 3)];
    };
    const { before, after = expect.fail() } = grids;
    expect(rows(before.auc, (l) => [...cells(before, l), ...cells(after, l)])).toEqual(
      await printed('wic', 'wic.data.txt', ...flags),
    );
  }, 120_000);

  if (every)
    test(`word senses, cut ${how}: page and command print the same digits`, async () => {
      await shown('wsd', 'words', treatment);
      const { before, after = expect.fail() } = selectSenseAccuracies(store.getState()) ?? expect.fail();
      const cells = (of: (typeof before)[number] | undefined) => [
        hundredths(100 * (of?.macro ?? NaN)),
        hundredths(100 * (of?.micro ?? NaN)),
      ];
      expect(rows(before, (l) => [...cells(before[l]), ...cells(after[l])])).toEqual(
        await printed('wsd', 'wsd', ...flags),
      );
    }, 120_000);

  if (every)
    test(`self-similarity, cut ${how}: page and command print the same digits`, async () => {
      await shown('words', 'words', treatment);
      const raw = selectSelfSimilarity(store.getState()) ?? expect.fail();
      const less = selectAdjustedSimilarity(store.getState()) ?? expect.fail();
      expect(
        rows(raw.before, (l) =>
          [raw.before, raw.after, less.before, less.after].map((values) => cell(values?.[l], 3)),
        ),
      ).toEqual(await printed('self-similarity', 'sentences.txt', ...flags));
    }, 120_000);

  if (every)
    test(`geometry, cut ${how}: page and command print the same digits`, async () => {
      await shown('geometry', 'geometry', treatment);
      const { before, after = expect.fail() } = selectGeometry(store.getState()) ?? expect.fail();
      const [own, left] = [anisotropyOf(before), anisotropyOf(after)];
      expect(left.exact).toBe(true);
      const even = [before, after].map(evennessOf);
      const first = (side: typeof before, l: number) => {
        const { variances, total } = planeOf(side, l).components;
        return (variances[0] ?? NaN) / total;
      };
      expect(
        rows(own.values, (l) => [
          cell(own.values[l], 3),
          cell(left.values[l], 3),
          `${cell(own.intervals[l]?.low, 3)} to ${cell(own.intervals[l]?.high, 3)}`,
          ...even.map((layers) => cell(layers[l]?.isoScore, 3)),
          ...even.map((layers) => plain(decimal(layers[l]?.kurtosis ?? NaN, 3))),
          cell(first(before, l), 3),
          cell(first(after, l), 3),
        ]),
      ).toEqual(await printed('geometry', 'sentences.txt', ...flags));
      const { layers } = v.parse(GeometryReport, await reported('geometry', 'sentences.txt', ...flags));
      for (const [l, layer] of layers.entries()) {
        const spreads = [before, after].map((side) => spreadsOf(side)[l] ?? expect.fail());
        expect([layer.cosines.before.median, layer.cosines.after.median]).toEqual(
          spreads.map(({ median }) => rounded(median)),
        );
        expect([layer.anisotropy.afterLow, layer.anisotropy.afterHigh]).toEqual(
          [left.intervals[l]?.low, left.intervals[l]?.high].map((end) => rounded(end ?? NaN)),
        );
      }
    }, 120_000);

  test(`sentences, cut ${how}: page and command print the same digits`, async () => {
    await shown('sts', 'sentences', treatment);
    const { before, after = expect.fail() } = selectStsScores(store.getState()) ?? expect.fail();
    expect(
      rows(before, (l) => [
        ...[before[l], after[l]].flatMap((scores) => [
          hundredths(scores?.spearman.all),
          hundredths(scores?.pearson.all),
        ]),
      ]),
    ).toEqual(await printed('sts', 'sts.tsv', ...flags));
  }, 120_000);

  if (every)
    test(`the classifier, cut ${how}: page and command print the same digits`, async () => {
      await shown('labels', 'sentences', treatment);
      const { before, after = expect.fail() } = selectAccuracies(store.getState()) ?? expect.fail();
      const command = await printed('classifier', 'sst-like.tsv', ...flags);
      expect(rows(before, (l) => [cell(before[l], 4), cell(after[l], 4)])).toEqual(
        command.map((row) => row.slice(0, 3)),
      );
    }, 120_000);

  test(`trees, cut ${how}: page and command print the same digits`, async () => {
    await shown('trees', 'syntax', treatment);
    const byDistance = DISTANCES.map((distance) => {
      store.actions.setDistance(distance);
      return selectTreeScores(store.getState()) ?? expect.fail();
    });
    expect(
      rows(byDistance[0]?.before ?? [], (l) =>
        byDistance.flatMap(({ before, after }) => [hundredths(before[l]), hundredths(after?.[l])]),
      ),
    ).toEqual(await printed('syntax', 'trees.mrg', ...flags));
  }, 120_000);
}

const cut = ['--cut', String(CUT)];
const plainly = { where: 'after', remedy: undefined } as const;

test('sentences with subsets: page and command print the same digits of every way to put them together', async () => {
  const lines = readFileSync(place('public/examples/sts.tsv'), 'utf8').trim().split('\n');
  // as STS Benchmark has them: score, sentence, sentence
  const [score, first, second] = [4, 5, 6];
  for (const [name, own] of [
    ['one', lines.slice(0, 15)],
    ['other', lines.slice(15)],
  ] as const) {
    const cells = own.map((line) => line.split('\t'));
    const input = cells.map((row) => `${row[first] ?? ''}\t${row[second] ?? ''}\n`).join('');
    writeFileSync(join(subsets, `STS.input.${name}.txt`), input);
    writeFileSync(join(subsets, `STS.gs.${name}.txt`), cells.map((row) => `${row[score] ?? ''}\n`).join(''));
  }
  const files = ['STS.input.one.txt', 'STS.gs.one.txt', 'STS.input.other.txt', 'STS.gs.other.txt'].map(
    (name) => ({
      path: `${basename(subsets)}/${name}`,
      name,
      text: readFileSync(join(subsets, name), 'utf8'),
    }),
  );
  const { examples } = store.getState();
  const read = await readAs('sts', files, () => Promise.resolve());
  store.setState({ examples: read.giveExample(examples) });
  try {
    await shown('sts', 'sentences', plainly);
    const { before, after = expect.fail() } = selectStsScores(store.getState()) ?? expect.fail();
    const cells = (of: (typeof before)[number] | undefined) => {
      const { all, mean, weighted } = of?.spearman ?? expect.fail();
      return [all, mean, weighted, of?.pearson.all].map(hundredths);
    };
    expect(rows(before, (l) => [...cells(before[l]), ...cells(after[l])])).toEqual(
      await printed('sts', subsets, ...cut),
    );
  } finally {
    store.setState({ examples });
  }
}, 120_000);

const Macro = v.object({ majority: v.object({ macro: v.number(), micro: v.number() }) });

test('the majority sense: page and command print the same digits', async () => {
  await shown('wsd', 'words', plainly);
  const { macro } = majorityOf(store.getState().trials.wsd.answer ?? expect.fail());
  const { majority } = v.parse(Macro, await reported('wsd', 'wsd', ...cut));
  expect(hundredths(100 * macro)).toBe(hundredths(majority.macro));
}, 120_000);

const Baselines = v.object({ baselines: v.record(v.string(), v.number()) });

test('trees without vectors: page and command print the same digits', async () => {
  await shown('trees', 'syntax', plainly);
  const { asked, result } = store.getState().trials.trees.answer ?? expect.fail();
  const measured = Array.from(result.measured).flatMap((i) => asked.data.sentences[i] ?? []);
  const steps = baselineSteps(measured, asked.seed);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { baselines } = v.parse(Baselines, await reported('syntax', 'trees.mrg', ...cut));
  expect(Object.fromEntries(step.value.map(({ kind, score }) => [kind, hundredths(score)]))).toEqual(
    Object.fromEntries(Object.entries(baselines).map(([kind, score]) => [kind, hundredths(score)])),
  );
}, 120_000);

const Control = v.object({
  control: v.object({
    draws: v.array(v.array(v.number())),
    layers: v.array(v.record(v.string(), v.object({ mean: v.number(), low: v.number(), high: v.number() }))),
  }),
});

/** Where each experiment's control is on the page and in the command's JSON, and how it is written. */
const CONTROLLED: Readonly<
  Record<
    DataId,
    {
      readonly view: ViewId;
      readonly command: readonly [experiment: string, data: string];
      readonly score: readonly [path: string, write: (value: number) => string];
      readonly other?: readonly [
        name: keyof TaskFigures['others'],
        path: string,
        write: (v: number) => string,
      ];
      /** The command's figures as multiples of the page's. */
      readonly times?: number;
    }
  >
> = {
  wic: {
    view: 'words',
    command: ['wic', 'wic.data.txt'],
    score: ['after.accuracy', (value) => cell(value, 4)],
    other: ['auc', 'after.auc', (value) => cell(value, 3)],
  },
  wsd: {
    view: 'words',
    command: ['wsd', 'wsd'],
    score: ['after.macro', hundredths],
    other: ['micro', 'after.micro', hundredths],
    times: 100,
  },
  words: {
    view: 'words',
    command: ['self-similarity', 'sentences.txt'],
    score: ['after', (value) => cell(value, 3)],
    other: ['adjusted', 'adjustedAfter', (value) => cell(value, 3)],
  },
  sts: {
    view: 'sentences',
    command: ['sts', 'sts.tsv'],
    score: ['after', hundredths],
    other: ['pearson', 'pearson.after', hundredths],
  },
  trees: { view: 'syntax', command: ['syntax', 'trees.mrg'], score: ['after', hundredths] },
  labels: {
    view: 'sentences',
    command: ['classifier', 'sst-like.tsv'],
    score: ['after', (value) => cell(value, 4)],
  },
};

describe('twenty cuts of random dimensions: page and command draw the same, and print the same digits', () => {
  test.each(DATA_IDS)(
    '%s',
    async (id) => {
      const { view, command: asked, score, other, times = 1 } = CONTROLLED[id];
      store.actions.setDistance('cosine');
      await shown(id, view, plainly);
      const state = store.getState();
      const { control } = v.parse(Control, await reported(...asked, ...cut, '--control'));
      const draws = controlDraws(model.info.dims, [CUT], state.seed);
      expect(control.draws).toEqual(draws);
      const named = taskOf(id, state) ?? expect.fail();
      const setting = {
        seat: 'main',
        move: { kind: 'as-they-are' },
        treatment: { cut: [CUT], where: 'after' },
        specials: state.specials,
        seed: state.seed,
      } as const;
      const context = {
        priority: 'batch',
        signal: new AbortController().signal,
        onProgress: () => undefined,
      } as const;
      const figures = isDowndated(id)
        ? draws.map((drawn) => figuresAfterCut(id, state.trials, drawn, 'cosine'))
        : (await handlers['control-scores']({ setting, ...named, draws }, context)).draws;
      const found = controlFigures(figures);
      const agree = (range: ControlRange, path: string, write: (value: number) => string) => {
        control.layers.forEach((layer, l) => {
          const { mean, low, high } = layer[path] ?? expect.fail();
          const own = [range.mean[l], range.low[l], range.high[l]].map((value) =>
            write(times * (value ?? NaN)),
          );
          expect([l, path, ...own]).toEqual([l, path, ...[mean, low, high].map(write)]);
        });
        expect(control.layers).toHaveLength(range.mean.length);
      };
      agree(found.scores, ...score);
      if (other) {
        const [name, ...rest] = other;
        agree(found.others[name] ?? expect.fail(), ...rest);
      }
      // the worker gives what the downdate does
      if (id === 'trees') {
        const [drawn = []] = draws;
        const { draws: run } = await handlers['control-scores'](
          { setting, ...named, draws: [drawn] },
          context,
        );
        expect(Array.from(run[0]?.scores ?? [], hundredths)).toEqual(
          Array.from(figures[0]?.scores ?? [], hundredths),
        );
      }
    },
    120_000,
  );
});
