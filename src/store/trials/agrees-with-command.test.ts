import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { readArguments } from '../../cli/arguments.ts';
import { rounded } from '../../cli/report.ts';
import { runExperiment } from '../../cli/run-experiment.ts';
import { decimal, unit } from '../../charts/scale/format.ts';
import { Engine, SessionQueue, experimentHandlers } from '../../engine/index.ts';
import { loadModel, type NodeModel } from '../../engine/node/index.ts';
import { DISTANCES } from '../../measures/neighbour-distances.ts';
import type { CallOptions } from '../../protocol/channel/index.ts';
import type { MessageName, Request, Response } from '../../protocol/messages.ts';
import { EXAMPLE_FILES } from '../data/example-files.ts';
import { DATA_IDS, NO_DATA, type Examples } from '../data/experiment-data.ts';
import { readAs } from '../data/read-as.ts';
import { selectAccuracies } from '../derive/lab/classifier.ts';
import { anisotropyOf, evennessOf, planeOf, selectGeometry, spreadsOf } from '../derive/lab/geometry.ts';
import { selectAdjustedSimilarity, selectSelfSimilarity } from '../derive/lab/self-similarity.ts';
import { selectStsScores } from '../derive/lab/sts.ts';
import { selectTreeScores } from '../derive/lab/trees.ts';
import { selectWicGrids } from '../derive/lab/wic.ts';
import { selectSenseAccuracies } from '../derive/lab/wsd.ts';
import { createAppStore, type AppStore } from '../store.ts';
import type { ViewId } from '../view.ts';
import { followTrials } from './follow-trials.ts';
import type { TrialId } from './trial.ts';

const ROOT = new URL('../../../', import.meta.url);
const place = (path: string) => fileURLToPath(new URL(path, ROOT));
const index = JSON.parse(readFileSync(place('public/models/index.json'), 'utf8')) as { default: string };
const MODEL = place(`public/models/${index.default}`);
const CUT = 81;

let model: NodeModel;
let store: AppStore;

beforeAll(async () => {
  model = await loadModel(MODEL);
  const engine = new Engine(new SessionQueue());
  await engine.use(model);
  const handlers = experimentHandlers(engine);
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
}, 60_000);

afterAll(() => model.encoder.release());

/** Rows of the command's table, each cell as it is printed. */
async function printed(experiment: string, data: string, ...flags: string[]): Promise<string[][]> {
  const args = [experiment, '--model', MODEL, '--data', place(`public/examples/${data}`), ...flags];
  const settings = readArguments(args);
  if (settings === 'help') throw new Error('help was not asked for');
  const text = await runExperiment(settings, { write: () => undefined });
  return text
    .split('\n')
    .filter((line) => /^\s*\d+ {2}/.test(line))
    .map((line) => line.trim().split(/ {2,}/));
}

const Report = v.object({
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
async function reported(experiment: string, data: string, ...flags: string[]) {
  const args = [experiment, '--model', MODEL, '--data', place(`public/examples/${data}`), '--json', ...flags];
  const settings = readArguments(args);
  if (settings === 'help') throw new Error('help was not asked for');
  return v.parse(Report, JSON.parse(await runExperiment(settings, { write: () => undefined })));
}

/** Opens a view, cuts, and waits until an experiment has what it needs for it. */
async function shown(id: TrialId, view: ViewId, where: 'after' | 'inside'): Promise<void> {
  store.setState({ view, cut: [], where, control: false });
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

for (const where of ['after', 'inside'] as const) {
  const flags = ['--cut', String(CUT), '--cut-where', where];
  const rows = <T>(layers: ArrayLike<T>, of: (layer: number) => readonly string[]): string[][] =>
    Array.from(layers, (_, l) => [String(l), ...of(l)]);

  test(`Word in Context, cut ${where}: page and command print the same digits`, async () => {
    await shown('wic', 'words', where);
    const grids = selectWicGrids(store.getState()) ?? expect.fail();
    const cells = ({ bestByLayer, auc }: typeof grids.before, l: number) => {
      const best = bestByLayer[l];
      return [cell(best?.accuracy, 4), `> ${cell(best?.threshold, 1)}`, cell(auc[l], 3)];
    };
    const { before, after = expect.fail() } = grids;
    expect(rows(before.auc, (l) => [...cells(before, l), ...cells(after, l)])).toEqual(
      await printed('wic', 'wic.data.txt', ...flags),
    );
  }, 60_000);

  test(`word senses, cut ${where}: page and command print the same digits`, async () => {
    await shown('wsd', 'words', where);
    const { before, after = expect.fail() } = selectSenseAccuracies(store.getState()) ?? expect.fail();
    const cells = (of: (typeof before)[number] | undefined) => [
      hundredths(100 * (of?.macro ?? NaN)),
      hundredths(100 * (of?.micro ?? NaN)),
    ];
    expect(rows(before, (l) => [...cells(before[l]), ...cells(after[l])])).toEqual(
      await printed('wsd', 'wsd', ...flags),
    );
  }, 60_000);

  test(`self-similarity, cut ${where}: page and command print the same digits`, async () => {
    await shown('words', 'words', where);
    const raw = selectSelfSimilarity(store.getState()) ?? expect.fail();
    const less = selectAdjustedSimilarity(store.getState()) ?? expect.fail();
    expect(
      rows(raw.before, (l) =>
        [raw.before, raw.after, less.before, less.after].map((values) => cell(values?.[l], 3)),
      ),
    ).toEqual(await printed('self-similarity', 'sentences.txt', ...flags));
  }, 60_000);

  test(`geometry, cut ${where}: page and command print the same digits`, async () => {
    await shown('geometry', 'geometry', where);
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
    const { layers } = await reported('geometry', 'sentences.txt', ...flags);
    for (const [l, layer] of layers.entries()) {
      const spreads = [before, after].map((side) => spreadsOf(side)[l] ?? expect.fail());
      expect([layer.cosines.before.median, layer.cosines.after.median]).toEqual(
        spreads.map(({ median }) => rounded(median)),
      );
      expect([layer.anisotropy.afterLow, layer.anisotropy.afterHigh]).toEqual(
        [left.intervals[l]?.low, left.intervals[l]?.high].map((end) => rounded(end ?? NaN)),
      );
    }
  }, 60_000);

  test(`sentences, cut ${where}: page and command print the same digits`, async () => {
    await shown('sts', 'sentences', where);
    const { before, after = expect.fail() } = selectStsScores(store.getState()) ?? expect.fail();
    expect(
      rows(before, (l) => [
        ...[before[l], after[l]].flatMap((scores) => [
          hundredths(scores?.spearman.all),
          hundredths(scores?.pearson.all),
        ]),
      ]),
    ).toEqual(await printed('sts', 'sts.tsv', ...flags));
  }, 60_000);

  test(`the classifier, cut ${where}: page and command print the same digits`, async () => {
    await shown('labels', 'sentences', where);
    const { before, after = expect.fail() } = selectAccuracies(store.getState()) ?? expect.fail();
    const command = await printed('classifier', 'sst-like.tsv', ...flags);
    expect(rows(before, (l) => [cell(before[l], 4), cell(after[l], 4)])).toEqual(
      command.map((row) => row.slice(0, 3)),
    );
  }, 60_000);

  test(`trees, cut ${where}: page and command print the same digits`, async () => {
    await shown('trees', 'syntax', where);
    const byDistance = DISTANCES.map((distance) => {
      store.actions.setDistance(distance);
      return selectTreeScores(store.getState()) ?? expect.fail();
    });
    expect(
      rows(byDistance[0]?.before ?? [], (l) =>
        byDistance.flatMap(({ before, after }) => [hundredths(before[l]), hundredths(after?.[l])]),
      ),
    ).toEqual(await printed('syntax', 'trees.mrg', ...flags));
  }, 60_000);
}
