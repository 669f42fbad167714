import { expect, test } from 'vitest';
import type { Found, RemoteModel, WeightsChoice } from '../../checkpoint/sources/index.ts';
import { keyOf } from '../../checkpoint/sources/index.ts';
import type { StoredModel } from '../../protocol/sources.ts';
import { counterparts } from './counterparts.ts';

const place = { kind: 'hub', hub: 'https://hub.example', id: 'owner/name', revision: 'c0ffee0' } as const;
const modelOf = (weights: string, revision: string = place.revision): RemoteModel => ({
  place: { ...place, revision },
  weights,
  files: [],
});
const stored = (model: RemoteModel, whole = true): StoredModel => ({
  key: keyOf(model),
  model,
  bytes: 1000,
  total: 1000,
  whole,
  at: 0,
});
const choice = (weights: string, bytes: number): WeightsChoice => ({
  weights,
  format: weights.endsWith('.onnx') ? 'onnx' : 'safetensors',
  approximate: false,
  parts: 1,
  bytes,
  files: [],
});
const found = (revision: string = place.revision): Found => ({
  place: { ...place, revision },
  type: 'bert',
  layers: 2,
  dims: 32,
  choices: [
    choice('onnx/model_int8.onnx', 300),
    choice('onnx/model_q4.onnx', 400),
    choice('onnx/model.onnx', 1100),
    choice('model.safetensors', 1200),
  ],
  named: undefined,
  problem: undefined,
});
const listed = (...given: Parameters<typeof counterparts>) =>
  counterparts(...given).map(({ model, bytes, stored: there }) => [model.weights, bytes, there]);

test('of rounded weights they are the full ones, of full weights the rounded ones', () => {
  expect(listed(place, true, [], found())).toEqual([
    ['onnx/model.onnx', 1100, false],
    ['model.safetensors', 1200, false],
  ]);
  expect(listed(place, false, [], found())).toEqual([
    ['onnx/model_int8.onnx', 300, false],
    ['onnx/model_q4.onnx', 400, false],
  ]);
});

test('what is stored whole comes first, once, and is known without a look', () => {
  const there = [stored(modelOf('model.safetensors')), stored(modelOf('onnx/model.onnx'), false)];
  expect(listed(place, true, there, undefined)).toEqual([['model.safetensors', 1000, true]]);
  expect(listed(place, true, there, found())).toEqual([
    ['model.safetensors', 1000, true],
    ['onnx/model.onnx', 1100, false],
  ]);
});

test('weights of another commit are not the same model’s', () => {
  const other = 'beefed0';
  expect(listed(place, true, [stored(modelOf('model.safetensors', other))], found(other))).toEqual([]);
});
