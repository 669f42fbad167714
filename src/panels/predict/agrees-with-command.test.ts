import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvText } from '../../charts/table.ts';
import { readArguments } from '../../cli/arguments.ts';
import { runExperiment } from '../../cli/run-experiment.ts';
import { Engine, HeldEncoder, predictHandlers, SessionQueue } from '../../engine/index.ts';
import { loadModel, type NodeModel } from '../../engine/node/index.ts';
import { RANDOM_CUTS } from '../../protocol/experiments/passage-loss.ts';
import { strings } from '../../strings/index.ts';
import { guessTable } from './guess-columns.ts';
import { lossTable } from './loss-rows.ts';
import { TOP } from './questions.ts';

const ROOT = new URL('../../../', import.meta.url);
const place = (path: string) => fileURLToPath(new URL(path, ROOT));
const index = JSON.parse(readFileSync(place('public/models/index.json'), 'utf8')) as { default: string };
const MODEL = place(`public/models/${index.default}`);
const CUT = 81;
const SENTENCE = strings.predictView.example;
const TEXT = strings.explore.example.split('\n').slice(0, 2);

let model: NodeModel;
let handlers: ReturnType<typeof predictHandlers>;
const context = () => ({
  priority: 'live' as const,
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

beforeAll(async () => {
  model = await loadModel(MODEL, { threads: 1 });
  const engine = new Engine(new SessionQueue());
  await engine.use(model);
  handlers = predictHandlers(engine, new HeldEncoder());
}, 60_000);

afterAll(() => model.encoder.release());

async function printed(...flags: string[]): Promise<readonly string[]> {
  const settings = readArguments(['predict', '--model', MODEL, '--threads', '1', ...flags]);
  if (settings === 'help') throw new Error('help was not asked for');
  const text = await runExperiment(settings, { write: () => undefined });
  return text.split('\n');
}

/** A table's cells as the page draws them. */
const cells = (row: ReturnType<typeof guessTable>['rows'][number]): readonly string[] =>
  row.map((cell) => (typeof cell === 'object' ? cell.text : String(cell)));

for (const [where, from] of [
  ['after', 3],
  ['inside', 5],
] as const) {
  test(`guesses, cut ${where}: page and command print the same words and digits`, async () => {
    const asked = { sentences: [SENTENCE], cut: [CUT], count: TOP, seed: 1 };
    const found = await handlers.guess(asked, context());
    const [mask = expect.fail()] = found.masks;
    const lines = await printed('--text', SENTENCE, '--cut', String(CUT), '--cut-where', where);
    const command = lines
      .map((line) => line.trim().split(/ {2,}/))
      .filter((row) => row.length === 9 && row[0] !== 'before' && !/^-+$/.test(row[0] ?? ''));
    expect(
      guessTable(mask).rows.map((row) => {
        const all = cells(row);
        // the page's random cut is made inside
        const random = where === 'inside' ? [all[7], all[8]] : [];
        return [all[1], all[2], all[from], all[from + 1], ...random];
      }),
    ).toEqual(
      command.map((row) => [
        ...[row[0], row[2], row[3], row[5]],
        ...(where === 'inside' ? [row[6], row[8]] : []),
      ]),
    );
  }, 60_000);
}

test('the loss over a passage: page and command print the same digits, those of random cuts too', async () => {
  const asked = { sentences: TEXT, cut: [CUT], masking: 'each', draws: RANDOM_CUTS, seed: 1 } as const;
  const found = await handlers['passage-loss'](asked, context());
  const lines = await printed(
    '--text',
    TEXT.join('\n'),
    '--cut',
    String(CUT),
    '--loss',
    'each',
    '--seed',
    '1',
  );
  const table = lossTable(found, [CUT]);
  expect(csvText(table)).not.toContain('NaN');
  const page = table.rows.map((row) => {
    const [name = '', loss = '', perplexity = '', mean = '', low = '', high = ''] = cells(row);
    return [name, loss, perplexity, ...(mean === '' ? [] : [`${mean} (${low} to ${high})`])].join('  ');
  });
  const command = lines.map((line) => line.trim().split(/ {2,}/).join('  '));
  for (const row of page) expect(command).toContain(row);
}, 120_000);
