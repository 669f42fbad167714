import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { seeded } from '../../src/core/random.ts';
import {
  bytesFile,
  jsonFile,
  type ServedFile,
  type ServedFiles,
  sparseSafetensors,
  type SparseTensor,
} from './hub-files.ts';

const fixture = new URL('../../src/graph/fixtures/bert-f32/', import.meta.url);
/** Of a tensor; the metadata have neither. */
const Header = v.record(
  v.string(),
  v.object({
    shape: v.optional(v.array(v.number())),
    data_offsets: v.optional(v.tuple([v.number(), v.number()])),
  }),
);
const read = (name: string): Uint8Array => readFileSync(new URL(name, fixture));

/** Tails that are planted into bert-base's shape: a minimum of every shift, and of the positions. */
export const PLANTED = { beta: 308, gamma: 381, position: 308 } as const;

const BASE = { layers: 12, dims: 768, wide: 3072, words: 28_996, positions: 512, types: 2 } as const;

/**
 * A checkpoint with the tensors of bert-base-cased, 436 MB, of which only the LayerNorms and the position
 * embeddings are not zero: they are noise, with outlier dimensions planted in them.
 */
export function bertBaseShaped(): ServedFiles {
  const { layers, dims, wide, words, positions, types } = BASE;
  const random = seeded(7);
  const noise = (count: number, centre: number, spread: number) =>
    Float32Array.from({ length: count }, () => centre + spread * (random() + random() + random() - 1.5));
  const planted = (values: Float32Array, dim: number, value: number): Float32Array => {
    for (let at = dim; at < values.length; at += dims) values[at] = value;
    return values;
  };
  const norm = (name: string): Record<string, SparseTensor> => ({
    [`${name}.LayerNorm.beta`]: { shape: [dims], values: planted(noise(dims, 0, 0.1), PLANTED.beta, -2.5) },
    [`${name}.LayerNorm.gamma`]: {
      shape: [dims],
      values: planted(noise(dims, 0.9, 0.05), PLANTED.gamma, 2.5),
    },
  });
  const dense = (name: string, out: number, inputs: number): Record<string, SparseTensor> => ({
    [`${name}.bias`]: { shape: [out] },
    [`${name}.weight`]: { shape: [out, inputs] },
  });
  const tensors: Record<string, SparseTensor> = {
    ...norm('bert.embeddings'),
    'bert.embeddings.position_embeddings.weight': {
      shape: [positions, dims],
      values: planted(noise(positions * dims, 0, 0.02), PLANTED.position, -0.4),
    },
    'bert.embeddings.token_type_embeddings.weight': { shape: [types, dims] },
    'bert.embeddings.word_embeddings.weight': { shape: [words, dims] },
  };
  for (let layer = 0; layer < layers; layer++) {
    const name = `bert.encoder.layer.${layer}`;
    Object.assign(
      tensors,
      norm(`${name}.attention.output`),
      dense(`${name}.attention.output.dense`, dims, dims),
    );
    for (const role of ['key', 'query', 'value'])
      Object.assign(tensors, dense(`${name}.attention.self.${role}`, dims, dims));
    Object.assign(tensors, dense(`${name}.intermediate.dense`, wide, dims), norm(`${name}.output`));
    Object.assign(tensors, dense(`${name}.output.dense`, dims, wide));
  }
  Object.assign(tensors, dense('bert.pooler.dense', dims, dims), norm('cls.predictions.transform'), {
    'cls.predictions.bias': { shape: [words] },
    ...dense('cls.predictions.transform.dense', dims, dims),
    ...dense('cls.seq_relationship', 2, dims),
  });
  const config = {
    model_type: 'bert',
    num_hidden_layers: layers,
    hidden_size: dims,
    num_attention_heads: 12,
    intermediate_size: wide,
    vocab_size: words,
    max_position_embeddings: positions,
  };
  return new Map([
    ['config.json', jsonFile(config)],
    ['tokenizer.json', bytesFile(read('tokenizer.json'))],
    // it is peeked into and never downloaded
    ['model.safetensors', { ...sparseSafetensors(tensors), sha256: 'ba5e'.repeat(16) }],
  ]);
}

/** The tensors of the fixtures' small random BERT, all float32. */
function smallTensors(): Record<string, SparseTensor> {
  const weights = read('model.safetensors');
  const length = Number(new DataView(weights.buffer, weights.byteOffset).getBigUint64(0, true));
  const header = v.parse(Header, JSON.parse(new TextDecoder().decode(weights.subarray(8, 8 + length))));
  const tensors: Record<string, SparseTensor> = {};
  for (const [name, { shape, data_offsets: offsets }] of Object.entries(header)) {
    if (!shape || !offsets) continue;
    const bytes = weights.slice(8 + length + offsets[0], 8 + length + offsets[1]);
    tensors[name] = { shape, values: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4) };
  }
  return tensors;
}

/**
 * The small random BERT of the fixtures with a vocabulary far larger than its tokenizer's, so that its
 * weights take many parts to download and still run.
 */
export function bulkyBert(words: number): ServedFiles {
  const tensors = Object.fromEntries(
    Object.entries(smallTensors()).map(([name, { shape, values }]) => {
      // a tied decoder's bias is as long as the vocabulary, too
      const long = name.endsWith('word_embeddings.weight') || name === 'cls.predictions.bias';
      return [name, { shape: long ? [words, ...shape.slice(1)] : shape, ...(values && { values }) }];
    }),
  );
  const config = v.parse(v.looseObject({}), JSON.parse(new TextDecoder().decode(read('config.json'))));
  return new Map<string, ServedFile>([
    ['config.json', jsonFile({ ...config, vocab_size: words })],
    ['tokenizer.json', bytesFile(read('tokenizer.json'))],
    ['model.safetensors', sparseSafetensors(tensors)],
  ]);
}

/** The small random BERT of the fixtures in two shards with their index. */
export function shardedBert(): ServedFiles {
  const tensors = Object.entries(smallTensors());
  const half = Math.ceil(tensors.length / 2);
  const shards = [tensors.slice(0, half), tensors.slice(half)].map(
    (some, i) => [`model-0000${i + 1}-of-00002.safetensors`, some] as const,
  );
  const map = shards.flatMap(([shard, some]) => some.map(([name]) => [name, shard] as const));
  return new Map<string, ServedFile>([
    ['config.json', bytesFile(read('config.json'))],
    ['tokenizer.json', bytesFile(read('tokenizer.json'))],
    ['model.safetensors.index.json', jsonFile({ weight_map: Object.fromEntries(map) })],
    ...shards.map(([shard, some]) => [shard, sparseSafetensors(Object.fromEntries(some))] as const),
  ]);
}
