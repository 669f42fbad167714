import { Tensor } from 'onnxruntime-common';
import { expect, it } from 'vitest';
import { Encoder } from './encoder.ts';
import { tokenBatch } from './token-batch.ts';

it('says that the runtime failed, and how, when a run fails', async () => {
  const run = () => Promise.reject(new Error('integer overflow in MatMul'));
  const encoder = new Encoder(
    { inputNames: [], outputNames: [], run, release: () => Promise.resolve() },
    Tensor,
    {
      layers: 1,
      dims: 2,
      padId: 0,
      firstPosition: 0,
    },
  );
  await expect(encoder.encode(tokenBatch([Uint32Array.of(1, 2)]))).rejects.toMatchObject({
    code: 'run',
    sentence: 'The runtime failed while the model was computing: integer overflow in MatMul',
  });
});

it('says that an export has its positions built in, when they are to be scaled', async () => {
  const run = () => Promise.resolve({});
  const session = { inputNames: ['input_ids'], outputNames: [], run, release: () => Promise.resolve() };
  const shape = { layers: 1, dims: 2, padId: 0, firstPosition: 0 };
  const encoder = new Encoder(session, Tensor, shape);
  await expect(encoder.encode(tokenBatch([Uint32Array.of(1)]), { positionScale: 0 })).rejects.toMatchObject({
    code: 'positions-fixed',
  });
});

it('says so, too, when tokens are to have other places', async () => {
  const run = () => Promise.resolve({});
  const session = { inputNames: ['input_ids'], outputNames: [], run, release: () => Promise.resolve() };
  const shape = { layers: 1, dims: 2, padId: 0, firstPosition: 0 };
  const encoder = new Encoder(session, Tensor, shape);
  const options = { places: (ids: Uint32Array) => ids };
  await expect(encoder.encode(tokenBatch([Uint32Array.of(1)]), options)).rejects.toMatchObject({
    code: 'positions-fixed',
  });
});
