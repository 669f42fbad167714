/**
 * `npm run bench:memory [-- FOLDER]`: builds the page and prints what its JavaScript holds once the model runs,
 * beside the size of the model's file. Target: no second copy of the weights.
 *
 * With the folder of a checkpoint, of a BERT-base's size say (bench/shared/random_bert_base.py), it is also
 * downloaded into the page from a hub on this machine, as fast as a fast network is. Targets: the page's process
 * never has more than 2.5 times the file, and 1.5 times once the charts are there and garbage was collected;
 * they are there less than 3 s after the network is done.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describeMachine } from '../shared/machine.ts';
import { describeOtherWork, watchOtherWork } from '../shared/other-work.ts';
import { describeSpread, spreadOf } from '../shared/quartiles.ts';
import { withServedPage } from '../shared/served-page.ts';
import { downloadInPage, type Downloaded } from './download-in-page.ts';
import { threadMemory } from './thread-memory.ts';

/** Bytes a second: 400 Mbit/s. */
const RATE = 50e6;
const MOST = { peak: 2.5, settled: 1.5, own: 3 };

const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const [folder, times = '3'] = process.argv.slice(2);

console.log(describeMachine());
await build({ logLevel: 'warn' });

await withServedPage(async ({ browser, url }) => {
  const page = await browser.newPage();
  let weights = 0;
  page.context().on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('model.safetensors')) weights = statSync(join('dist', pathname)).size;
  });
  await page.goto(url);
  await page
    .getByRole('button', { name: /^Model: .*/ })
    .getByText(/WASM × \d|WebGPU/)
    .waitFor();
  console.log(`Weights:  ${mega(weights)} in the file, held by the runtime's own memory`);
  for (const { thread, heap, buffers } of await threadMemory(page)) {
    const label = thread === 'page' ? 'page' : 'worker';
    console.log(`${label.padEnd(9)} ${mega(heap)} of objects, ${mega(buffers)} of buffers`);
    if (!(buffers < weights / 2)) process.exitCode = 1;
  }
  await page.close();
  if (folder !== undefined) await downloads(url, folder);
});

async function downloads(url: string, checkpoint: string): Promise<void> {
  const stop = watchOtherWork();
  const all: Downloaded[] = [];
  for (let time = 0; time < Number(times); time++) all.push(await downloadInPage(url, checkpoint, RATE));
  const [{ file, network } = { file: NaN, network: NaN }] = all;
  console.log(
    `Downloaded: ${mega(file)} at ${mega(RATE)}/s, of which the network takes ${(network / 1000).toFixed(1)} s`,
  );
  report(
    'the page before',
    all.map(({ before }) => before / file),
    'times the file',
    Infinity,
  );
  report(
    'at most',
    all.map(({ most }) => most / file),
    'times the file',
    MOST.peak,
  );
  report(
    'after the chart',
    all.map(({ after }) => after / file),
    'times the file',
    Infinity,
  );
  report(
    'once loaded',
    all.map(({ settled }) => settled / file),
    'times the file',
    MOST.settled,
  );
  report(
    'beyond the network',
    all.map((one) => (one.took - one.network) / 1000),
    's',
    MOST.own,
  );
  console.log(describeOtherWork(stop()));
}

function report(what: string, values: readonly number[], unit: string, most: number): void {
  const spread = spreadOf(values);
  const target = Number.isFinite(most) ? `, target at most ${most}` : '';
  console.log(`${what.padEnd(19)} ${describeSpread(spread, unit, 2)}${target}`);
  if (!(spread.median <= most)) process.exitCode = 1;
}
