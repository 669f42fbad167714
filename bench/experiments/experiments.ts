/**
 * `npm run bench:experiments -- FOLDER DATA [rounds]`: Word in Context and sentence similarity from their data to the cosines,
 * whole and cut, by turns with the encoder alone on the same sentences: in Node and in a page's worker on WASM, two threads
 * each. DATA holds `wic/dev.data.txt` with its gold, and `stsb/sts-dev.csv`. Targets are of all-MiniLM-L6-v2 on 638 and 1,500
 * pairs: some 5 and 10 s in Node, 15 and 40 s in the page; and beside the encoder no more than a tenth of it.
 */
import { join } from 'node:path';
import type { Worker } from '@playwright/test';
import { readBeside, readText } from '../../src/cli/data-files.ts';
import { readSts, readWic } from '../../src/datasets/index.ts';
import { loadModel } from '../../src/engine/node/index.ts';
import { alternate, ratios } from '../shared/alternate.ts';
import { describeMachine } from '../shared/machine.ts';
import { describeOtherWork } from '../shared/other-work.ts';
import { describeSpread, spreadOf } from '../shared/quartiles.ts';
import { startWorker, withWorkerPage } from '../shared/worker-page.ts';
import { tasksOf, type TaskData, type TaskName, type Tasks } from './tasks.ts';

const THREADS = 2;
/** Seconds. */
const MOST = { Node: { wic: 5, sts: 10 }, page: { wic: 15, sts: 40 } };
const MOST_BESIDE = 0.1;
const NAMES: readonly TaskName[] = ['wic', 'sts'];

const [folder, data, rounds = '3'] = process.argv.slice(2);
if (folder === undefined || data === undefined)
  throw new Error('Name the folder of a checkpoint and that of the corpora.');
console.log(describeMachine());

const pairs = join(data, 'wic/dev.data.txt');
const read: TaskData = {
  wic: readWic(await readText(pairs), await readBeside(pairs, '.data.txt', '.gold.txt')),
  sts: [{ name: 'dev', pairs: readSts(await readText(join(data, 'stsb/sts-dev.csv'))) }],
};

const model = await loadModel(folder, { threads: THREADS });
await report('Node', tasksOf(model, read));
await model.encoder.release();
await withWorkerPage(
  {
    name: 'experiments',
    workers: { worker: new URL('in-page.ts', import.meta.url) },
    served: { 'models/checkpoint': folder },
  },
  async (page) => {
    const worker = await startWorker(page, 'worker.js');
    await worker.evaluate(`bench.load("models/checkpoint", ${THREADS})`);
    await worker.evaluate(`bench.give(${JSON.stringify(read)})`);
    await report('page', inWorker(worker));
  },
);

async function report(where: keyof typeof MOST, tasks: Tasks): Promise<void> {
  for (const name of NAMES) {
    const { figures, otherWork } = await alternate(
      { task: () => tasks.task(name), encoder: () => tasks.encoder(name) },
      Number(rounds),
    );
    const [task, encoder] = [figures.get('task') ?? [], figures.get('encoder') ?? []];
    const seconds = spreadOf(task.map((ms) => ms / 1000));
    const beside = spreadOf(ratios(task, encoder).map((ratio) => 100 * (ratio - 1)));
    console.log(`${where}, ${name}: ${await tasks.tokens(name)} tokens`);
    console.log(`  experiment  ${describeSpread(seconds, 's', 2)}, target at most ${MOST[where][name]} s`);
    console.log(`  encoder     ${describeSpread(spreadOf(encoder.map((ms) => ms / 1000)), 's', 2)}`);
    console.log(`  beside it   ${describeSpread(beside, '%', 1)}, target at most ${100 * MOST_BESIDE} %`);
    console.log(`  ${describeOtherWork(otherWork)}`);
    if (!(seconds.median <= MOST[where][name] && beside.median <= 100 * MOST_BESIDE)) process.exitCode = 1;
  }
}

function inWorker(worker: Worker): Tasks {
  return {
    task: (name) => worker.evaluate<number>(`bench.task("${name}")`),
    encoder: (name) => worker.evaluate<number>(`bench.encoder("${name}")`),
    tokens: (name) => worker.evaluate<number>(`bench.tokens("${name}")`),
  };
}
