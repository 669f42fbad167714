/**
 * `npm run bench:probe -- FOLDER SENTENCES`: the probe of positions, layer by layer, in a page's worker on WASM with two
 * threads. FOLDER is a BERT-base (bench/shared/random_bert_base.py): 12 layers of 768 dimensions beside the embeddings.
 * Target: training those 12 takes at most 90 s for 20,000 tokens, beside the forward pass.
 */
import { readData } from '../../src/cli/read-data.ts';
import { describeMachine } from '../shared/machine.ts';
import { describeOtherWork, watchOtherWork } from '../shared/other-work.ts';
import { startWorker, withWorkerPage } from '../shared/worker-page.ts';
import type { Probed } from '../experiments/tasks.ts';

const MOST_SECONDS = 90;
const TOKENS = 20_000;
const LAYERS = 12;
/** Words run together, so that there are as many positions as the paper has. */
const LONG = 300;

const [folder, data] = process.argv.slice(2);
if (folder === undefined || data === undefined)
  throw new Error('Name the folder of a checkpoint, and a file of sentences.');
const { sentences } = await readData({
  data: { kind: 'file', path: data },
  column: undefined,
  limit: undefined,
});
const words = sentences.flatMap((sentence) => sentence.split(/\s+/)).slice(0, TOKENS);
const texts = Array.from({ length: Math.ceil(words.length / LONG) }, (_, i) =>
  words.slice(i * LONG, (i + 1) * LONG).join(' '),
);
console.log(describeMachine());
await withWorkerPage(
  {
    name: 'probe',
    workers: { worker: new URL('../experiments/in-page.ts', import.meta.url) },
    served: { 'models/checkpoint': folder },
  },
  async (page) => {
    const worker = await startWorker(page, 'worker.js');
    await worker.evaluate('bench.load("models/checkpoint", 2)');
    const stop = watchOtherWork();
    const told = Math.ceil(texts.length / 10);
    const { whole, training, trained, classes, layers } = await worker.evaluate<Probed>(
      `bench.probe(${JSON.stringify(texts)}, ${told})`,
    );
    const seconds = (training / 1000) * (TOKENS / trained) * (LAYERS / layers);
    console.log(
      `${layers} probes of ${classes} classes on ${trained} tokens: ${(whole / 1000).toFixed(1)} s in all,`,
    );
    console.log(
      `  ${(training / 1000).toFixed(1)} s of it training: ${seconds.toFixed(1)} s for ${LAYERS} layers and ${TOKENS} tokens,`,
    );
    console.log(`  target at most ${MOST_SECONDS} s. ${describeOtherWork(stop())}`);
    if (!(seconds <= MOST_SECONDS)) process.exitCode = 1;
  },
);
