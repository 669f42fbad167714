import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readArguments } from '../../cli/arguments.ts';
import { runExperiment } from '../../cli/run-experiment.ts';
import { compareHandlers, Engine, SessionQueue } from '../../engine/index.ts';
import { loadModel, type NodeModel } from '../../engine/node/index.ts';
import type { OtherFigure } from '../../protocol/experiments/compare.ts';
import { EXAMPLE_FILES } from '../../store/data/example-files.ts';
import { DATA_IDS, NO_DATA, type DataId, type Examples } from '../../store/data/experiment-data.ts';
import { readAs } from '../../store/data/read-as.ts';
import type { Side } from '../../store/state.ts';
import { createAppStore } from '../../store/store.ts';
import { taskOf } from '../../store/trials/task-of.ts';
import { LEAST_WHOLE } from '../../store/derive/contributions.ts';
import { contributorsOf } from './contributors.ts';
import { BESIDE, PLAIN, TASKS, VECTORS } from './measures.ts';
import { settingOf } from './settings.ts';

const ROOT = new URL('../../../', import.meta.url);
const place = (path: string) => fileURLToPath(new URL(path, ROOT));
const MODELS = ['tailscope-bert', 'tailscope-bert-nopos'] as const;
const CUT = 81;

let models: readonly NodeModel[];
let handlers: ReturnType<typeof compareHandlers>;
let examples: Examples = NO_DATA;

beforeAll(async () => {
  const engine = new Engine(new SessionQueue());
  models = await Promise.all(MODELS.map((id) => loadModel(place(`public/models/${id}`), { threads: 1 })));
  const [main, beside] = models;
  if (main) await engine.use(main);
  if (beside) await engine.use(beside, 'beside');
  handlers = compareHandlers(engine);
  for (const id of DATA_IDS) {
    const files = EXAMPLE_FILES[id].map((path) => ({
      path,
      name: path.split('/').at(-1) ?? '',
      text: readFileSync(place(`public/examples/${path}`), 'utf8'),
    }));
    examples = (await readAs(id, files, () => Promise.resolve())).giveExample(examples);
  }
}, 120_000);

afterAll(async () => {
  for (const model of models) await model.encoder.release();
});

const context = () => ({
  priority: 'batch' as const,
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

/** The rows of the command's table, one a layer. */
async function printedText(model: string, experiment: string, data: string, flags: string[]) {
  const folder = place(`public/models/${model}`);
  const args = [experiment, '--model', folder, '--threads', '1', '--data', place(`public/examples/${data}`)];
  const settings = readArguments([...args, ...flags]);
  if (settings === 'help') throw new Error('help was not asked for');
  const text = await runExperiment(settings, { write: () => undefined });
  return text
    .split('\n')
    .filter((line) => /^\s*\d+ {2}/.test(line))
    .map((line) => line.trim().split(/ {2,}/));
}

/** Any column of them. */
async function printed(...asked: Parameters<typeof printedText>) {
  const rows = await printedText(...asked);
  return (column: number) => rows.map((row) => Number(row[column]));
}

const side = (model: Side['model'], cut: Side['cut']): Side => ({
  model,
  positions: 'as-they-are',
  cut,
  remedy: undefined,
});
const numbers = (values: ArrayLike<number>, write: (value: number) => string) =>
  Array.from(values, (value) =>
    Number(
      write(value)
        .replace('−', '-')
        .replace(/^(-?)\./, '$10.'),
    ),
  );

/** Where the command prints each: data, and the column before and after the cut. */
const WHERE: Readonly<
  Record<DataId, readonly [experiment: string, data: string, before: number, after: number]>
> = {
  words: ['self-similarity', 'sentences.txt', 1, 2],
  wic: ['wic', 'wic.data.txt', 1, 4],
  wsd: ['wsd', 'wsd', 1, 3],
  sts: ['sts', 'sts.tsv', 1, 3],
  trees: ['syntax', 'trees.mrg', 1, 2],
  labels: ['classifier', 'sst-like.tsv', 1, 2],
};

/** What the command prints as shares of 1, and the page in hundredths like the scores around it. */
const SHARES: readonly (DataId | OtherFigure | 'probe')[] = ['wic', 'labels', 'auc', 'probe'];
const asWritten = (kind: DataId | OtherFigure | 'probe', command: readonly number[]): readonly number[] =>
  SHARES.includes(kind) ? command.map((share) => Number((100 * share).toFixed(2))) : command;

/** The same of the figures beside the scores. */
const BESIDE_WHERE: Readonly<Partial<Record<OtherFigure, readonly [before: number, after: number]>>> = {
  adjusted: [3, 4],
  auc: [3, 6],
  micro: [2, 4],
  pearson: [2, 4],
  l1: [3, 4],
  l2: [5, 6],
};

for (const [seat, cut, model, also, more] of [
  ['main', 'inside', MODELS[0], {}, []],
  ['beside', 'none', MODELS[1], {}, []],
  ['main', 'after', MODELS[0], { remedy: { kind: 'center' } }, ['--remedy', 'center']],
  ['main', 'after', MODELS[0], { positions: 'shuffled' }, ['--positions', 'shuffled']],
] as const) {
  const dims = cut === 'none' ? [] : [CUT];
  const flags = ['--cut', String(CUT), '--cut-where', cut === 'after' ? 'after' : 'inside', ...more];
  const setting = settingOf({ ...side(seat, cut), ...also }, dims, 'include', 1);
  const how = [cut, ...more].join(' ');

  test.each(DATA_IDS)(
    `%s of ${model}, cut ${how}: page and command print the same digits`,
    async (kind) => {
      const state = createAppStore({ examples }).getState();
      const named = taskOf(kind, state) ?? expect.fail();
      const { scores, others } = await handlers['task-scores']({ setting, ...named }, context());
      const [experiment, data, before, after] = WHERE[kind];
      const command = await printed(model, experiment, data, flags);
      expect(numbers(scores, TASKS[kind].value)).toEqual(
        asWritten(kind, command(cut === 'none' ? before : after)),
      );
      for (const { figure, value } of BESIDE[kind]) {
        const [first, second] = BESIDE_WHERE[figure] ?? expect.fail();
        expect(numbers(others[figure] ?? [], value)).toEqual(
          asWritten(figure, command(cut === 'none' ? first : second)),
        );
      }
    },
    120_000,
  );

  test(`how the vectors of ${model} lie, cut ${how}: page and command print the same digits`, async () => {
    const state = createAppStore({ examples }).getState();
    const named = taskOf('geometry', state) ?? expect.fail();
    const { scores, others } = await handlers['task-scores']({ setting, ...named }, context());
    // IsoScore and kurtosis, each before and after, stand behind the interval
    const after = cut === 'none' ? 0 : 1;
    const command = await printed(model, 'geometry', 'sentences.txt', flags);
    expect(numbers(scores, VECTORS.isoScore.value)).toEqual(command(4 + after));
    const { anisotropy, anisotropyLow, anisotropyHigh } = others;
    expect(numbers(anisotropy ?? [], VECTORS.anisotropy.value)).toEqual(command(1 + after));
    if (cut === 'none') {
      const rows = await printedText(model, 'geometry', 'sentences.txt', flags);
      const ends = [anisotropyLow, anisotropyHigh].map((end) =>
        Array.from(end ?? [], (value) => value.toFixed(3)),
      );
      expect(ends[0]?.map((low, layer) => `${low} to ${ends[1]?.[layer] ?? ''}`)).toEqual(
        rows.map((row) => row[3]),
      );
    }
    // the page leaves a digit out of what the command prints
    expect(numbers(others.kurtosis ?? [], (value) => value.toFixed(3))).toEqual(command(6 + after));
  }, 120_000);

  test(`anisotropy of ${model}, cut ${how}: page and command print the same digits`, async () => {
    const sentences = examples.words ?? expect.fail();
    const portrait = await handlers.portrait({ setting, sentences }, context());
    const { anisotropy = expect.fail() } = portrait;
    const column = cut === 'none' ? 1 : 2;
    expect(numbers(anisotropy, PLAIN.anisotropy.value)).toEqual(
      (await printed(model, 'anisotropy', 'sentences.txt', flags))(column),
    );
    // of the command's treatments, the one that a side without a cut has is none
    const treated = cut === 'none' ? [] : flags;
    const shares = await printedText(model, 'contribution', 'sentences.txt', treated);
    // of about nothing the page gives no shares
    const own = (layer: number) =>
      contributorsOf(portrait, layer).map(
        ({ dim, share }) => `${dim} (${share === undefined ? '' : share.toFixed(3)})`,
      );
    const command = (layer: number) =>
      Number(anisotropy[layer]) < LEAST_WHOLE
        ? shares[layer]?.[2]?.replace(/\([^)]*\)/g, '()')
        : shares[layer]?.[2];
    anisotropy.forEach((_, layer) => {
      expect(own(layer).join(', ')).toBe(command(layer));
    });
  }, 120_000);
}

test('other positions give other vectors, and are let go of again', async () => {
  const sentences = (examples.words ?? []).slice(0, 20);
  const of = async (positions: Side['positions']) => {
    const setting = settingOf({ ...side('main', 'none'), positions }, [], 'include', 1);
    return (await handlers.portrait({ setting, sentences }, context())).anisotropy;
  };
  const whole = await of('as-they-are');
  expect(await of('shuffled')).not.toEqual(whole);
  expect(await of('shifted')).not.toEqual(whole);
  expect(await of('zero')).not.toEqual(whole);
  expect(await of('as-they-are')).toEqual(whole);
});

test('the probe of positions: page and command print the same digits', async () => {
  const state = createAppStore({ examples }).getState();
  const named = taskOf('probe', state) ?? expect.fail();
  const setting = settingOf(side('beside', 'none'), [], 'include', 1);
  const { scores } = await handlers['task-scores']({ setting, ...named }, context());
  expect(numbers(scores, VECTORS.probe.value)).toEqual(
    asWritten('probe', (await printed(MODELS[1], 'position-probe', 'sentences.txt', []))(1)),
  );
  // a probe learns from what the treatment leaves
  const whitened = settingOf({ ...side('beside', 'none'), remedy: { kind: 'whiten' } }, [], 'include', 1);
  const other = await handlers['task-scores']({ setting: whitened, ...named }, context());
  expect(other.scores).not.toEqual(scores);
}, 120_000);
