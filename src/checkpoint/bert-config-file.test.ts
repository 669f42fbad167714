import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TailscopeError } from '../core/error.ts';
import { readBertConfig } from './bert-config-file.ts';

const small = {
  model_type: 'bert',
  num_hidden_layers: 2,
  hidden_size: 32,
  num_attention_heads: 4,
  intermediate_size: 64,
  vocab_size: 100,
  max_position_embeddings: 40,
};
const refusal = (code: string, words: string): unknown =>
  expect.objectContaining({ code, message: expect.stringContaining(words) as string });

it('fills in what old configs leave out as transformers does', () => {
  expect(readBertConfig(small)).toEqual({
    architecture: 'bert',
    layers: 2,
    dims: 32,
    heads: 4,
    feedForward: 64,
    vocabulary: 100,
    maxPositions: 40,
    tokenTypes: 2,
    layerNormEps: 1e-12,
    activation: 'gelu',
    padId: 0,
  });
});

it.each([
  ['gelu_python', 'gelu'],
  ['gelu_pytorch_tanh', 'gelu_new'],
  ['relu', 'relu'],
])('reads the activation %s as %s', (name, activation) => {
  expect(readBertConfig({ ...small, hidden_act: name }).activation).toBe(activation);
});

it('names the model type found and those supported', () => {
  expect(() => readBertConfig({ ...small, model_type: 'gpt2' })).toThrow(
    refusal('model-unsupported', 'gpt2'),
  );
  expect(() => readBertConfig({ ...small, model_type: 'gpt2' })).toThrow(
    refusal('model-unsupported', 'is bert'),
  );
});

it.each([
  ['model_type', undefined],
  ['hidden_size', undefined],
  ['hidden_size', '32'],
  ['num_hidden_layers', 0],
  ['num_hidden_layers', 1e9],
  ['intermediate_size', 1.5],
  ['vocab_size', Number.NaN],
  ['num_attention_heads', 5],
  ['hidden_act', 'swish2'],
  ['hidden_act', 'constructor'],
  ['layer_norm_eps', -1],
  ['position_embedding_type', 'relative_key'],
  ['is_decoder', true],
])('names the key %s when it is %s', (key, value) => {
  expect(() => readBertConfig({ ...small, [key]: value })).toThrow(refusal('config-invalid', key));
});

it.each([
  [{ hidden_size: undefined }, 'it is missing'],
  [{ hidden_size: '32' }, 'it is not a number'],
  [{ intermediate_size: 1.5 }, 'it is not a whole number'],
  [{ num_hidden_layers: 0 }, 'it is below 1'],
  [{ num_hidden_layers: 1e9 }, 'it is above 256'],
  [{ hidden_act: 7 }, 'it is not a name'],
  [{ hidden_act: 'swish2' }, '“swish2” is none of gelu'],
  [{ num_attention_heads: 5 }, '5 heads do not divide 32 dimensions'],
  [{ position_embedding_type: 'relative_key' }, '“absolute”'],
  [{ is_decoder: true }, 'a decoder attends to the left'],
])('says of %j: %s', (change, words) => {
  expect(() => readBertConfig({ ...small, ...change })).toThrow(refusal('config-invalid', words));
});

it('answers any JSON with a config or a TailscopeError', () => {
  const value = fc.oneof(fc.jsonValue(), fc.integer(), fc.nat(100));
  const near = fc.record(Object.fromEntries(Object.keys(small).map((key) => [key, value])), {
    requiredKeys: [],
  });
  const json = fc.oneof(
    fc.jsonValue(),
    near,
    near.map((keys) => ({ ...small, ...keys, model_type: 'bert' })),
  );
  fc.assert(
    fc.property(json, (config) => {
      try {
        const { dims, heads } = readBertConfig(config);
        expect(dims % heads).toBe(0);
      } catch (error) {
        expect(error).toBeInstanceOf(TailscopeError);
      }
    }),
  );
});
