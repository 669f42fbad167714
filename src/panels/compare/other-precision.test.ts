import { expect, test } from 'vitest';
import type { RemoteModel } from '../../checkpoint/sources/index.ts';
import type { LoadedModel } from '../../protocol/model.ts';
import { createAppStore } from '../../store/store.ts';
import { MODEL } from '../../store/testing.ts';
import { selectOtherPrecision } from './other-precision.ts';

const ready = (model: LoadedModel) => ({ kind: 'ready', model, runsOn: model.runsOn }) as const;
const quantized = { ...MODEL, weights: { ...MODEL.weights, approximate: true } };
const place = { kind: 'hub', hub: 'https://hub.test', id: 'a/b', revision: 'main' } as const;
const remote = (weights: string, id = 'a/b'): RemoteModel => ({
  place: { ...place, id },
  weights,
  files: [],
});
const stored = (model: RemoteModel, whole = true) => ({
  key: model.weights,
  model,
  bytes: 1,
  total: 1,
  whole,
  at: 0,
});
const asked = (weights: string) => ({
  modelAsked: { kind: 'remote', place, weights, bytes: 1, sha256: 'ab' } as const,
  model: ready(MODEL),
});
const found = (state: Parameters<typeof createAppStore>[0]) =>
  selectOtherPrecision(createAppStore(state).getState());

test('is what is beside already, where one of the two is quantized and both are of one shape', () => {
  expect(found({ model: ready(MODEL), beside: ready(quantized) })).toBe('beside');
  expect(found({ model: ready(quantized), beside: ready(MODEL) })).toBe('beside');
  expect(found({ model: ready(MODEL), beside: ready(MODEL) })).toBeUndefined();
  expect(found({ model: ready(MODEL), beside: ready({ ...quantized, dims: 8 }) })).toBeUndefined();
});

test('else a stored download of the same model, whole and in another precision', () => {
  const other = remote('onnx/model_quantized.onnx');
  expect(found({ ...asked('model.safetensors'), stored: [stored(other)] })).toBe(other);
  expect(found({ ...asked('model.safetensors'), stored: [stored(other, false)] })).toBeUndefined();
  expect(
    found({ ...asked('model.safetensors'), stored: [stored(remote('onnx/model.onnx'))] }),
  ).toBeUndefined();
  const elsewhere = remote('onnx/model_quantized.onnx', 'c/d');
  expect(found({ ...asked('model.safetensors'), stored: [stored(elsewhere)] })).toBeUndefined();
  expect(found({ model: ready(MODEL), stored: [stored(other)] })).toBeUndefined();
});
