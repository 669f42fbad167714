/**
 * `npm run bench:ceiling -- FOLDER [rounds]`: how near the encoder comes to what the machine can do. The
 * ceiling is a graph of its matrix products alone (gemm-graph.ts) in the same runtime, by turns with it, at 8
 * sentences of 32 tokens: in Chromium on WASM with one thread and two, and in Node.
 */
import { basename, resolve } from 'node:path';
import type { Worker } from '@playwright/test';
import { alternate, ratios } from '../shared/alternate.ts';
import { describeMachine } from '../shared/machine.ts';
import { describeOtherWork } from '../shared/other-work.ts';
import { describeSpread, spreadOf } from '../shared/quartiles.ts';
import { startWorker, withWorkerPage } from '../shared/worker-page.ts';
import { LENGTH, SENTENCES, type Contest } from './contest.ts';
import { contestInNode } from './in-node.ts';

const LEAST = { WASM: 0.84, Node: 0.88 };
const TOKENS = SENTENCES * LENGTH;

const [folder, rounds = '12'] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of a checkpoint in safetensors.');
console.log(describeMachine());
console.log(`${basename(resolve(folder))}, ${SENTENCES} x ${LENGTH} tokens`);
for (const threads of [1, 2])
  await report(
    `Node, ${threads === 1 ? '1 thread' : '2 threads'}`,
    await contestInNode(folder, threads),
    LEAST.Node,
  );
await withWorkerPage(
  {
    name: 'ceiling',
    workers: { worker: new URL('in-page.ts', import.meta.url) },
    served: { model: folder },
  },
  async (page) => {
    for (const threads of [1, 2]) {
      const worker = await startWorker(page, 'worker.js');
      await worker.evaluate(`bench.load("model", ${threads})`);
      await report(`WASM, ${threads === 1 ? '1 thread' : '2 threads'}`, inWorker(worker), LEAST.WASM);
    }
  },
);

async function report(where: string, contest: Contest, least: number): Promise<void> {
  const { figures: found, otherWork } = await alternate(
    { encoder: () => contest.encoder(), gemms: () => contest.gemms() },
    Number(rounds),
  );
  const [encoder, gemms] = [found.get('encoder'), found.get('gemms')];
  const share = spreadOf(ratios(gemms, encoder).map((ratio) => 100 * ratio));
  console.log(where);
  console.log(`  encoder   ${describeSpread(spreadOf(encoder ?? []), 'ms', 1)}`);
  console.log(`  products  ${describeSpread(spreadOf(gemms ?? []), 'ms', 1)}`);
  console.log(`  share     ${describeSpread(share, '%', 1)}, target at least ${(100 * least).toFixed(0)} %`);
  const perSecond = (TOKENS * 1000) / spreadOf(encoder ?? []).median;
  console.log(`  ${perSecond.toFixed(0)} tokens/s. ${describeOtherWork(otherWork)}`);
  if (!(share.median >= 100 * least)) process.exitCode = 1;
}

function inWorker(worker: Worker): Contest {
  return {
    encoder: () => worker.evaluate<number>('bench.encoder()'),
    gemms: () => worker.evaluate<number>('bench.gemms()'),
  };
}
