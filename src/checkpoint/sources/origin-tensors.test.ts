import { expect, it } from 'vitest';
import { originTensors } from './origin-tensors.ts';

const tensors = (...names: readonly string[]) =>
  new Map(names.map((name) => [name, { dtype: 'F32' as const }]));
const places = (...names: readonly string[]) =>
  originTensors(tensors(...names.flatMap((name) => [`${name}.weight`, `${name}.bias`]))).norms.map(
    ({ layer, after }) => `${layer} ${after}`,
  );

it('BERT and RoBERTa name their LayerNorms by layer, in old files gamma and beta', () => {
  expect(
    places(
      'roberta.encoder.layer.10.output.LayerNorm',
      'roberta.encoder.layer.2.output.LayerNorm',
      'roberta.encoder.layer.2.attention.output.LayerNorm',
      'roberta.embeddings.LayerNorm',
    ),
  ).toEqual(['0 embeddings', '3 attention', '3 feed-forward', '11 feed-forward']);
  const { norms } = originTensors(
    tensors('bert.embeddings.LayerNorm.gamma', 'bert.embeddings.LayerNorm.beta'),
  );
  expect(norms).toMatchObject([
    { gamma: 'bert.embeddings.LayerNorm.gamma', beta: 'bert.embeddings.LayerNorm.beta' },
  ]);
});

it('DistilBERT and MPNet have names of their own', () => {
  expect(
    places(
      'distilbert.transformer.layer.0.output_layer_norm',
      'distilbert.transformer.layer.0.sa_layer_norm',
    ),
  ).toEqual(['1 attention', '1 feed-forward']);
  expect(places('encoder.layer.0.attention.LayerNorm', 'encoder.layer.0.output.LayerNorm')).toEqual([
    '1 attention',
    '1 feed-forward',
  ]);
});

it('ALBERT counts its groups of layers', () => {
  const group = 'albert.encoder.albert_layer_groups.1.albert_layers.0';
  expect(places(`${group}.full_layer_layer_norm`, `${group}.attention.LayerNorm`)).toEqual([
    '2 attention',
    '2 feed-forward',
  ]);
});

it('heads are left out, and so is half a LayerNorm', () => {
  expect(
    places(
      'cls.predictions.transform.LayerNorm',
      'lm_head.layer_norm',
      'vocab_layer_norm',
      'generator_predictions.LayerNorm',
    ),
  ).toEqual([]);
  expect(originTensors(tensors('embeddings.LayerNorm.weight')).norms).toEqual([]);
});

it('position embeddings are found inside a model or alone', () => {
  for (const name of ['bert.embeddings.position_embeddings.weight', 'embeddings.position_embeddings.weight'])
    expect(originTensors(tensors(name)).positions).toBe(name);
  expect(originTensors(tensors('embeddings.position_ids')).positions).toBeUndefined();
});

it('the other tables of embeddings are found, and each layer’s feed-forward bias, by every naming', () => {
  const found = originTensors(
    tensors(
      'bert.embeddings.word_embeddings.weight',
      'bert.embeddings.token_type_embeddings.weight',
      'bert.encoder.layer.1.output.dense.bias',
      'bert.encoder.layer.0.output.dense.bias',
      'bert.encoder.layer.0.attention.output.dense.bias',
      'cls.predictions.transform.dense.bias',
    ),
  );
  expect(found).toMatchObject({
    words: 'bert.embeddings.word_embeddings.weight',
    types: 'bert.embeddings.token_type_embeddings.weight',
    biases: [
      { layer: 1, bias: 'bert.encoder.layer.0.output.dense.bias' },
      { layer: 2, bias: 'bert.encoder.layer.1.output.dense.bias' },
    ],
  });
  const others = [
    'distilbert.transformer.layer.3.ffn.lin2.bias',
    'albert.encoder.albert_layer_groups.0.albert_layers.0.ffn_output.bias',
  ];
  for (const name of others) expect(originTensors(tensors(name)).biases).toMatchObject([{ bias: name }]);
});
