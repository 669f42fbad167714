import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TailscopeError } from '../core/error.ts';
import { readModelConfig } from './model-config-file.ts';

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
  expect(readModelConfig(small)).toEqual({
    architecture: 'bert',
    layers: 2,
    dims: 32,
    embeddingDims: 32,
    heads: 4,
    feedForward: 64,
    vocabulary: 100,
    maxPositions: 40,
    firstPosition: 0,
    tokenTypes: 2,
    layerNormEps: 1e-12,
    activation: 'gelu',
    padId: 0,
    tiedWords: true,
  });
});

describe('of its family it reads', () => {
  const read = (change: object) => readModelConfig({ ...small, ...change });
  it.each(['roberta', 'xlm-roberta', 'camembert'])(
    '%s as RoBERTa, whose positions begin after padding’s',
    (type) => {
      expect(read({ model_type: type })).toMatchObject({
        architecture: 'roberta',
        padId: 1,
        firstPosition: 2,
      });
      expect(read({ model_type: type, pad_token_id: 5 })).toMatchObject({ padId: 5, firstPosition: 6 });
    },
  );
  it('DistilBERT, by its own keys, without token types', () => {
    const config = readModelConfig({
      model_type: 'distilbert',
      n_layers: 2,
      dim: 32,
      n_heads: 4,
      hidden_dim: 64,
      vocab_size: 100,
      max_position_embeddings: 40,
      activation: 'relu',
      sinusoidal_pos_embds: true,
    });
    expect(config).toMatchObject({
      architecture: 'distilbert',
      layers: 2,
      dims: 32,
      heads: 4,
      tokenTypes: 0,
    });
    expect(config).toMatchObject({ feedForward: 64, activation: 'relu', layerNormEps: 1e-12 });
  });
  it('ELECTRA and ALBERT, with narrower embeddings', () => {
    expect(read({ model_type: 'electra', embedding_size: 16 })).toMatchObject({
      embeddingDims: 16,
      dims: 32,
    });
    expect(read({ model_type: 'electra' })).toMatchObject({ embeddingDims: 128, activation: 'gelu' });
    expect(read({ model_type: 'albert', embedding_size: 16 })).toMatchObject({
      architecture: 'albert',
      embeddingDims: 16,
      groups: 1,
      activation: 'gelu_new',
    });
  });
  it('MPNet, which counts positions from 2 whatever its padding', () => {
    const config = read({ model_type: 'mpnet', pad_token_id: 0, relative_attention_num_buckets: 48 });
    expect(config).toMatchObject({ firstPosition: 2, relativePositions: 48, tokenTypes: 0 });
  });
  it('a head that is not tied to the embeddings', () => {
    expect(read({ tie_word_embeddings: false }).tiedWords).toBe(false);
  });
  it.each([
    [{ model_type: 'roberta', max_position_embeddings: 2 }, 'it is below 3'],
    [{ model_type: 'albert', inner_group_num: 2 }, 'it is above 1'],
    [{ model_type: 'mpnet', relative_attention_num_buckets: 16 }, 'it is below 32'],
    [{ model_type: 'distilbert' }, 'n_layers'],
    [{ tie_word_embeddings: 'yes' }, 'tie_word_embeddings'],
  ])('but not %j: %s', (change, words) => {
    expect(() => read(change)).toThrow(refusal('config-invalid', words));
  });
});

it.each([
  ['gelu_python', 'gelu'],
  ['gelu_pytorch_tanh', 'gelu_new'],
  ['relu', 'relu'],
])('reads the activation %s as %s', (name, activation) => {
  expect(readModelConfig({ ...small, hidden_act: name }).activation).toBe(activation);
});

it.each(['gpt2', 'deberta-v2', 'roberta-prelayernorm', 'constructor'])(
  'names the model type found, such as %s, and those supported',
  (type) => {
    const reading = () => readModelConfig({ ...small, model_type: type });
    expect(reading).toThrow(refusal('model-unsupported', `“${type}”`));
    const supported = 'bert, roberta, xlm-roberta, camembert, distilbert, electra, albert, mpnet';
    expect(reading).toThrow(refusal('model-unsupported', supported));
  },
);

it.each([
  ['model_type', undefined],
  ['hidden_size', undefined],
  ['hidden_size', '32'],
  ['num_hidden_layers', 0],
  ['num_hidden_layers', 1e9],
  ['hidden_size', 1e9],
  ['intermediate_size', 1e9],
  ['vocab_size', 1e9],
  ['max_position_embeddings', 1e9],
  ['type_vocab_size', 1e9],
  ['intermediate_size', 1.5],
  ['vocab_size', Number.NaN],
  ['num_attention_heads', 5],
  ['hidden_act', 'swish2'],
  ['hidden_act', 'constructor'],
  ['layer_norm_eps', -1],
  ['position_embedding_type', 'relative_key'],
  ['is_decoder', true],
])('names the key %s when it is %s', (key, value) => {
  expect(() => readModelConfig({ ...small, [key]: value })).toThrow(refusal('config-invalid', key));
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
  expect(() => readModelConfig({ ...small, ...change })).toThrow(refusal('config-invalid', words));
});

it('answers any JSON with a config or a TailscopeError', () => {
  const value = fc.oneof(fc.jsonValue(), fc.integer(), fc.nat(100));
  const near = fc.record(Object.fromEntries(Object.keys(small).map((key) => [key, value])), {
    requiredKeys: [],
  });
  const json = fc.oneof(
    fc.jsonValue(),
    near,
    fc
      .tuple(near, fc.constantFrom('bert', 'roberta', 'distilbert', 'electra', 'albert', 'mpnet'))
      .map(([keys, type]) => ({ ...small, ...keys, model_type: type })),
  );
  fc.assert(
    fc.property(json, (config) => {
      try {
        const { dims, heads } = readModelConfig(config);
        expect(dims % heads).toBe(0);
      } catch (error) {
        expect(error).toBeInstanceOf(TailscopeError);
      }
    }),
  );
});
