import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { FAMILIES } from '../../../scripts/exactness/checkpoints.ts';
import { tokenBatch } from '../../engine/index.ts';
import { loadModel } from '../../engine/node/index.ts';
import { readArguments } from '../arguments.ts';
import { npyHeader } from '../npy-file.ts';
import { runExperiment } from '../run-experiment.ts';

const Report = v.object({ shape: v.array(v.number()), offsets: v.array(v.number()) });
const SENTENCES = ['Seven cats.', 'Nobody remembers who planted the pear trees.'];

/** Of batches padded otherwise; and where values are rounded to half precision between operators. */
const ROUNDING = 1e-4;
const HALF = 1e-2;

const folderOf = (path: string) => fileURLToPath(new URL(`../../graph/${path}`, import.meta.url));

it.each(['bert-f32', ...FAMILIES])('states writes every hidden state of %s', async (name) => {
  expect(await worstOfStates(folderOf(`fixtures/${name}`), SENTENCES)).toBeLessThan(ROUNDING);
});

it.each([
  'bert/trace11.f32.onnx',
  'bert/trace14-sdpa.external.onnx',
  'bert/trace17.fp16.onnx',
  'bert/trace17.q4.onnx',
  'bert/trace17.bnb4.onnx',
  'roberta/trace17.f32.onnx',
  'distilbert/trace11.f32.onnx',
  'electra/trace14.f32.onnx',
  'mpnet/export.f32.onnx',
  'albert/trace17.f32.onnx',
])('states writes every hidden state of an export, %s', async (path) => {
  const [folder = '', weights = ''] = path.split('/');
  const worst = await worstOfStates(folderOf(`edit/fixtures/${folder}`), SENTENCES, weights);
  expect(worst).toBeLessThan(path.includes('fp16') ? HALF : ROUNDING);
});

// these round by the values of the whole batch: a sentence is only the same beside the same others
it.each(['bert/trace11.int8.onnx', 'bert/trace17.uint8.onnx', 'albert/trace17.slim-int8.onnx'])(
  'states writes every hidden state of an export quantized dynamically, %s, one sentence at a time',
  async (path) => {
    const [folder = '', weights = ''] = path.split('/');
    for (const sentence of SENTENCES)
      expect(await worstOfStates(folderOf(`edit/fixtures/${folder}`), [sentence], weights)).toBe(0);
  },
);

/** How far the states that the command writes for a text are at most from those of each sentence alone. */
async function worstOfStates(model: string, sentences: readonly string[], weights?: string): Promise<number> {
  const out = join(mkdtempSync(join(tmpdir(), 'tailscope-')), 'states.npy');
  const which = weights === undefined ? [] : ['--weights', weights];
  const text = sentences.join('\n');
  const settings = readArguments([
    'states',
    '--model',
    model,
    ...which,
    '--threads',
    '1',
    '--text',
    text,
    '--out',
    out,
    '--json',
  ]);
  if (settings === 'help') throw new Error('this asks for help');
  const { shape, offsets } = v.parse(
    Report,
    JSON.parse(await runExperiment(settings, { write: () => undefined })),
  );

  const options = { threads: 1, ...(weights !== undefined && { weights }) };
  const { encoder, tokenizer, info } = await loadModel(model, options);
  const [layers = 0, tokens = 0, dims = 0] = shape;
  expect([layers, dims]).toEqual([info.layers + 1, info.dims]);
  const file = readFileSync(out);
  const values = new Float32Array(new Uint8Array(file.subarray(npyHeader(shape).length)).buffer);
  expect(values.length).toBe(layers * tokens * dims);
  let worst = 0;
  for (const [s, sentence] of sentences.entries()) {
    const alone = await encoder.encode(tokenBatch([tokenizer.encode(sentence).ids]));
    for (let layer = 0; layer < layers; layer++) {
      const start = (layer * tokens + (offsets[s] ?? NaN)) * dims;
      const expected = alone.data.subarray(layer * alone.tokens * dims, (layer + 1) * alone.tokens * dims);
      worst = Math.max(worst, ...expected.map((value, i) => Math.abs(value - (values[start + i] ?? NaN))));
    }
  }
  await encoder.release();
  return worst;
}
