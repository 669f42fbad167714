import { cpSync, mkdtempSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it, vi } from 'vitest';
import { tokenBatch } from '../index.ts';
import { loadModel, type NodeModel } from './index.ts';

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

describe('an export', () => {
  const bert = fileURLToPath(new URL('../../graph/edit/fixtures/bert/', import.meta.url));
  const state = async (model: NodeModel) =>
    (await model.encoder.encode(tokenBatch([Uint32Array.of(5, 6, 7), Uint32Array.of(8)]))).data;

  it('loads from the folder inside the model’s that the hub’s models have', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'tailscope-')), 'exported');
    for (const name of ['config.json', 'tokenizer.json']) cpSync(join(bert, name), join(folder, name));
    cpSync(join(bert, 'trace11.f32.onnx'), join(folder, 'onnx', 'model.onnx'));
    cpSync(join(bert, 'trace17.uint8.onnx'), join(folder, 'onnx', 'model_uint8.onnx'));
    const exact = await loadModel(folder, { threads: 1 });
    const rounded = await loadModel(folder, { threads: 1, weights: 'model_uint8.onnx' });
    expect(exact.info.weights).toEqual({
      name: 'onnx/model.onnx',
      others: ['onnx/model_uint8.onnx'],
      approximate: false,
    });
    expect(rounded.info.weights).toMatchObject({ name: 'onnx/model_uint8.onnx', approximate: true });
    expect(exact.sha256).not.toBe(rounded.sha256);
    expect(await state(rounded)).not.toEqual(await state(exact));
  });

  it('loads with its weights in a file beside it', async () => {
    const inside = await loadModel(bert, { threads: 1, weights: 'trace11.f32.onnx' });
    const beside = await loadModel(bert, { threads: 1, weights: 'trace14-sdpa.external.onnx' });
    const [a, b] = [await state(inside), await state(beside)];
    expect(Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? NaN))))).toBeLessThan(1e-5);
  });
});
