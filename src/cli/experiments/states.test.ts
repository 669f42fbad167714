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

it.each(['bert-f32', ...FAMILIES])('states writes every hidden state of %s', async (name) => {
  const model = fileURLToPath(new URL(`../../graph/fixtures/${name}`, import.meta.url));
  const out = join(mkdtempSync(join(tmpdir(), 'tailscope-')), 'states.npy');
  const settings = readArguments([
    'states',
    '--model',
    model,
    '--threads',
    '1',
    '--text',
    SENTENCES.join('\n'),
    '--out',
    out,
    '--json',
  ]);
  if (settings === 'help') throw new Error('this asks for help');
  const { shape, offsets } = v.parse(
    Report,
    JSON.parse(await runExperiment(settings, { write: () => undefined })),
  );

  const { encoder, tokenizer, info } = await loadModel(model, { threads: 1 });
  const [layers = 0, tokens = 0, dims = 0] = shape;
  expect([layers, dims]).toEqual([info.layers + 1, info.dims]);
  const file = readFileSync(out);
  const values = new Float32Array(new Uint8Array(file.subarray(npyHeader(shape).length)).buffer);
  expect(values.length).toBe(layers * tokens * dims);
  for (const [s, sentence] of SENTENCES.entries()) {
    const alone = await encoder.encode(tokenBatch([tokenizer.encode(sentence).ids]));
    for (let layer = 0; layer < layers; layer++) {
      const start = (layer * tokens + (offsets[s] ?? NaN)) * dims;
      const expected = alone.data.subarray(layer * alone.tokens * dims, (layer + 1) * alone.tokens * dims);
      const apart = Array.from(expected, (value, i) => Math.abs(value - (values[start + i] ?? NaN)));
      expect(Math.max(...apart)).toBeLessThan(1e-4);
    }
  }
  await encoder.release();
});
