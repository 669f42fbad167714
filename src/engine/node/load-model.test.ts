import { cpSync, mkdtempSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InferenceSession } from 'onnxruntime-node';
import { expect, it, vi } from 'vitest';
import { loadModel } from './index.ts';

const fixture = fileURLToPath(new URL('../../graph/fixtures/bert-f32/', import.meta.url));

it('loads a folder into the runtime', async () => {
  const { info, encoder } = await loadModel(fixture, { threads: 1 });
  expect(info).toMatchObject({ layers: 2, dims: 32, runsOn: { provider: 'node', threads: 1 } });
  await encoder.release();
});

it('says which folder there is none of', async () => {
  await expect(loadModel('no/such/folder')).rejects.toMatchObject({ code: 'no-folder' });
});

it('names the weights that end early', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'tailscope-')), 'short');
  cpSync(fixture, folder, { recursive: true });
  truncateSync(join(folder, 'model.safetensors'), 10_000);
  await expect(loadModel(folder)).rejects.toMatchObject({ code: 'file-short' });
});

it('says why the runtime made no session of the model', async () => {
  vi.spyOn(InferenceSession, 'create').mockRejectedValueOnce(new Error('out of memory'));
  await expect(loadModel(fixture, { threads: 1 })).rejects.toMatchObject({
    code: 'session',
    sentence: 'The model bert-f32 could not be started: out of memory',
  });
});
