/**
 * `npm run bench:transformers-js -- FOLDER SENTENCES [rounds]`: the page's engine, giving every hidden state,
 * against transformers.js, giving the last, in workers of one page, on WASM with one thread and two, with
 * float32 weights and with the same int8 export: one sentence of 16 tokens, and 512 sentences from their text
 * on. FOLDER holds a checkpoint and its exports (`python -m models.onnx_export --model FOLDER`).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readData } from '../../src/cli/read-data.ts';
import { alternate, ratios, type Rounds } from '../shared/alternate.ts';
import { describeMachine } from '../shared/machine.ts';
import { describeOtherWork } from '../shared/other-work.ts';
import { describeSpread, spreadOf } from '../shared/quartiles.ts';
import { startWorker, withWorkerPage } from '../shared/worker-page.ts';
import { installPeer } from './install-peer.ts';
import { Peer, type Precision } from './peer.ts';

const SENTENCES = 512;
const TOKENS_OF_ONE = 16;
const ROUNDS_OF_ONE = 40;
const RUNS_OF_ONE = 10;
const LEAST = { one: 1, all: 2.2 } as const;
/** Of last hidden states: float32 is the same network, int8 rounds by what runs together, here the same. */
const MOST_DIFFERENCE = 1e-3;

const [folder, data, rounds = '5'] = process.argv.slice(2);
if (folder === undefined || data === undefined)
  throw new Error('Name the folder of a checkpoint with ONNX exports, and a file of sentences.');
if (!existsSync(join(folder, 'onnx/model_int8.onnx')))
  throw new Error(`There are no exports: python -m models.onnx_export --model ${folder}`);
const packages = installPeer();
const { sentences } = await readData({
  data: { kind: 'file', path: data },
  column: undefined,
  limit: SENTENCES,
});
console.log(describeMachine());

const served = {
  peer: packages,
  'theirs.js': fileURLToPath(new URL('theirs.js', import.meta.url)),
  'models/checkpoint': folder,
};
await withWorkerPage(
  { name: 'transformers-js', workers: { ours: new URL('ours.ts', import.meta.url) }, served },
  async (page) => {
    const elsewhere: string[] = [];
    const { origin } = new URL(page.url());
    page.context().on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('blob:'))
        elsewhere.push(request.url());
    });
    for (const threads of [1, 2]) {
      const ours = new Peer(await startWorker(page, 'ours.js'));
      const theirs = new Peer(await startWorker(page, 'theirs.js'));
      for (const precision of ['float32', 'int8'] as const)
        await compare({ ours, theirs, precision, threads });
    }
    if (elsewhere.length > 0) throw new Error(`Other hosts were asked: ${elsewhere.join(' ')}`);
  },
);

interface Contest {
  readonly ours: Peer;
  readonly theirs: Peer;
  readonly precision: Precision;
  readonly threads: number;
}

async function compare({ ours, theirs, precision, threads }: Contest): Promise<void> {
  for (const peer of [ours, theirs]) await peer.load(precision, threads);
  const lengths = await ours.lengths(sentences);
  const short = sentences[lengths.indexOf(TOKENS_OF_ONE)];
  if (short === undefined) throw new Error(`No sentence has ${TOKENS_OF_ONE} tokens.`);
  const tokens = lengths.reduce((sum, length) => sum + length, 0);
  console.log(`${precision}, ${threads === 1 ? '1 thread' : '2 threads'}`);

  const difference = largestDifference((await ours.one(short)).states, (await theirs.one(short)).states);
  console.log(`  largest difference of a last hidden state  ${difference.toExponential(0)}`);
  if (!(difference <= MOST_DIFFERENCE)) process.exitCode = 1;

  const one = await alternate(
    { ours: () => oneOf(ours, short), theirs: () => oneOf(theirs, short) },
    ROUNDS_OF_ONE,
  );
  report(`one sentence of ${TOKENS_OF_ONE} tokens`, one, LEAST.one);
  const all = await alternate(
    { ours: () => ours.all(sentences), theirs: () => theirs.all(sentences) },
    Number(rounds),
    { warmUp: false },
  );
  report(`${sentences.length} sentences, ${tokens} tokens`, all, LEAST.all);
  for (const [name, took] of all.figures) {
    const perSecond = took.map((ms) => (1000 * tokens) / ms);
    console.log(`    ${name.padEnd(7)} ${describeSpread(spreadOf(perSecond), 'tokens/s')}`);
  }
}

/** Mean milliseconds of some runs in a row: one alone is too short to tell what else the machine did. */
async function oneOf(peer: Peer, sentence: string): Promise<number> {
  let sum = 0;
  for (let run = 0; run < RUNS_OF_ONE; run++) sum += (await peer.one(sentence)).took;
  return sum / RUNS_OF_ONE;
}

function report(what: string, { figures, otherWork }: Rounds, least: number): void {
  console.log(`  ${what}`);
  for (const [name, took] of figures)
    console.log(`    ${name.padEnd(7)} ${describeSpread(spreadOf(took), 'ms', 1)}`);
  const ratio = spreadOf(ratios(figures.get('theirs'), figures.get('ours')));
  console.log(`    ${describeSpread(ratio, 'times as fast', 2)}, target at least ${least}`);
  console.log(`    ${describeOtherWork(otherWork)}`);
  if (!(ratio.median >= least)) process.exitCode = 1;
}

function largestDifference(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return Infinity;
  return one.reduce((most, value, i) => Math.max(most, Math.abs(value - (other[i] ?? NaN))), 0);
}
