import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readArguments } from '../../cli/arguments.ts';
import { runExperiment } from '../../cli/run-experiment.ts';
import { compareHandlers, Engine, SessionQueue } from '../../engine/index.ts';
import { loadModel, type NodeModel } from '../../engine/node/index.ts';
import type { TaskKind } from '../../protocol/experiments/compare.ts';
import { EXAMPLE_FILES } from '../../store/data/example-files.ts';
import { NO_DATA, type Examples } from '../../store/data/experiment-data.ts';
import { readAs } from '../../store/data/read-as.ts';
import type { Side } from '../../store/state.ts';
import { createAppStore } from '../../store/store.ts';
import { PLAIN, TASKS } from './measures.ts';
import { settingOf, taskOf } from './settings.ts';

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
  for (const id of ['wic', 'wsd', 'words', 'sts', 'trees'] as const) {
    const files = EXAMPLE_FILES[id].map((path) => ({
      path,
      name: path.split('/').at(-1) ?? '',
      text: readFileSync(place(`public/examples/${path}`), 'utf8'),
    }));
    examples = (await readAs(id, files, () => Promise.resolve())).giveExample(examples);
  }
}, 60_000);

afterAll(async () => {
  for (const model of models) await model.encoder.release();
});

const context = () => ({
  priority: 'batch' as const,
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

/** One column of the command's table. */
async function printed(model: string, experiment: string, data: string, column: number, flags: string[]) {
  const folder = place(`public/models/${model}`);
  const args = [experiment, '--model', folder, '--threads', '1', '--data', place(`public/examples/${data}`)];
  const settings = readArguments([...args, ...flags]);
  if (settings === 'help') throw new Error('help was not asked for');
  const text = await runExperiment(settings, { write: () => undefined });
  return text
    .split('\n')
    .filter((line) => /^\s*\d+ {2}/.test(line))
    .map((line) => Number(line.trim().split(/ {2,}/)[column]));
}

const side = (model: Side['model'], cut: Side['cut']): Side => ({ model, positions: 'as-they-are', cut });
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
  Record<TaskKind, readonly [experiment: string, data: string, before: number, after: number]>
> = {
  words: ['self-similarity', 'sentences.txt', 1, 2],
  wic: ['wic', 'wic.data.txt', 1, 4],
  wsd: ['wsd', 'wsd', 1, 3],
  sts: ['sts', 'sts.tsv', 1, 3],
  trees: ['syntax', 'trees.mrg', 1, 2],
};

for (const [seat, cut, model] of [
  ['main', 'inside', MODELS[0]],
  ['beside', 'none', MODELS[1]],
] as const) {
  const dims = cut === 'none' ? [] : [CUT];
  const flags = ['--cut', String(CUT), '--cut-where', 'inside'];
  const setting = settingOf(side(seat, cut), dims, 'include', 1);

  test.each(Object.keys(WHERE) as TaskKind[])(
    `%s of ${model}, cut ${cut}: page and command print the same digits`,
    async (kind) => {
      const state = createAppStore({ examples }).getState();
      const named = taskOf(kind, state) ?? expect.fail();
      const { scores } = await handlers['task-scores']({ setting, ...named }, context());
      const [experiment, data, before, after] = WHERE[kind];
      const column = cut === 'none' ? before : after;
      expect(numbers(scores, TASKS[kind].value)).toEqual(
        await printed(model, experiment, data, column, flags),
      );
    },
    60_000,
  );

  test(`anisotropy of ${model}, cut ${cut}: page and command print the same digits`, async () => {
    const sentences = examples.words ?? expect.fail();
    const { anisotropy = expect.fail() } = await handlers.portrait({ setting, sentences }, context());
    const column = cut === 'none' ? 1 : 2;
    expect(numbers(anisotropy, PLAIN.anisotropy.value)).toEqual(
      await printed(model, 'anisotropy', 'sentences.txt', column, flags),
    );
  }, 60_000);
}

test('other positions give other vectors, and are let go of again', async () => {
  const sentences = (examples.words ?? []).slice(0, 20);
  const of = async (positions: Side['positions']) => {
    const setting = settingOf({ model: 'main', positions, cut: 'none' }, [], 'include', 1);
    return (await handlers.portrait({ setting, sentences }, context())).anisotropy;
  };
  const whole = await of('as-they-are');
  expect(await of('shuffled')).not.toEqual(whole);
  expect(await of('zero')).not.toEqual(whole);
  expect(await of('as-they-are')).toEqual(whole);
});
