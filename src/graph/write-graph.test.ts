import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { openCheckpoint, readWeights, type ByteFile, type Checkpoint } from '../checkpoint/index.ts';
import { readReferenceFile, type ReferenceFile } from '../checkpoint/reference-file.fixture.ts';
import { at } from '../core/at.ts';
import { hiddenName, writeGraph, type WeightTable } from './index.ts';

async function byteFile(url: URL, name: string): Promise<ByteFile> {
  const bytes = new Uint8Array(await readFile(new URL(name, url)));
  return { name, size: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}

interface Fixture {
  readonly checkpoint: Checkpoint;
  readonly session: ort.InferenceSession;
  readonly reference: ReferenceFile;
}

async function open(name: string): Promise<Fixture> {
  const url = new URL(`fixtures/${name}/`, import.meta.url);
  const names = ['config.json', 'model.safetensors', 'tokenizer.json'];
  const checkpoint = await openCheckpoint(await Promise.all(names.map((file) => byteFile(url, file))));
  const { graph, weightsFiles } = checkpoint;
  const externalData = await readWeights(weightsFiles);
  const session = await ort.InferenceSession.create(graph, { externalData });
  return {
    checkpoint,
    session,
    reference: await readReferenceFile(await byteFile(url, 'reference.safetensors')),
  };
}

interface Options {
  readonly keep?: Float32Array;
  readonly shift?: number;
  readonly scale?: number;
}

/** Largest absolute error over all layers and dimensions of the tokens that are not padding. */
async function worstError(
  { checkpoint, session, reference }: Fixture,
  expected: string,
  options: Options = {},
) {
  const { layers, dims } = checkpoint.config;
  const mask = reference.ints('attention_mask');
  const ints = (name: string, plus = 0) =>
    new ort.Tensor(
      'int64',
      reference.ints(name).map((value) => value + BigInt(plus)),
      reference.shape(name),
    );
  const keep = options.keep ?? new Float32Array((layers + 1) * dims).fill(1);
  const found = await session.run({
    input_ids: ints('input_ids'),
    attention_mask: ints('attention_mask'),
    token_type_ids: ints('token_type_ids'),
    position_ids: ints('position_ids', options.shift),
    position_scale: new ort.Tensor('float32', Float32Array.of(options.scale ?? 1), [1]),
    keep: new ort.Tensor('float32', keep, [layers + 1, dims]),
  });
  const states = reference.floats(expected);
  const size = mask.length * dims;
  let worst = 0;
  for (let layer = 0; layer <= layers; layer++) {
    const data = found[hiddenName(layer)]?.data;
    if (!(data instanceof Float32Array) || data.length !== size) throw new Error(`no ${hiddenName(layer)}`);
    for (let i = 0; i < size; i++)
      if (mask[Math.floor(i / dims)] === 1n)
        worst = Math.max(worst, Math.abs(at(data, i) - at(states, layer * size + i)));
  }
  return worst;
}

const MOST = 1e-5;

describe.each([
  ['bert-f32', 'float32, gelu, inside a masked language model'],
  ['bert-f16', 'float16, gelu_new'],
  ['bert-bf16', 'bfloat16, relu'],
  ['bert-old-names', 'gamma and beta, no prefix'],
])('%s (%s), every hidden state of a padded batch, against PyTorch', (name) => {
  const fixture = open(name);
  it('is exact', async () => {
    expect(await worstError(await fixture, 'plain')).toBeLessThan(MOST);
  });
  it('is exact to hooks that zero dimensions after a layer', async () => {
    const keep = (await fixture).reference.floats('keep');
    expect(await worstError(await fixture, 'kept', { keep })).toBeLessThan(MOST);
  });
  it('is exact at shifted positions', async () => {
    expect(await worstError(await fixture, 'shifted', { shift: 3 })).toBeLessThan(MOST);
  });
  it('is exact without positions', async () => {
    expect(await worstError(await fixture, 'without_positions', { scale: 0 })).toBeLessThan(MOST);
  });
});

describe('the graph', () => {
  const whole = open('bert-f32').then(({ checkpoint }) => checkpoint);
  const without = (weights: WeightTable, tensor: string): WeightTable =>
    new Map([...weights].filter(([name]) => name !== tensor));

  it('names the tensor that the file lacks', async () => {
    const { config, weights } = await whole;
    const tensor = 'bert.encoder.layer.1.attention.self.key.bias';
    expect(() => writeGraph(config, without(weights, tensor))).toThrow(
      expect.objectContaining({
        code: 'tensor-missing',
        sentence: expect.stringContaining(tensor) as string,
      }),
    );
  });
  it('names the tensor that does not fit the config, with both shapes', async () => {
    const { config, weights } = await whole;
    expect(() => writeGraph({ ...config, feedForward: 128 }, weights)).toThrow(
      expect.objectContaining({
        code: 'tensor-shape',
        sentence: expect.stringMatching(
          /bert\.encoder\.layer\.0\.intermediate\.dense\.weight.*\[64, 32\].*\[128, 32\]/,
        ) as string,
      }),
    );
  });
  it('names the tensor that is quantized', async () => {
    const { config, weights } = await whole;
    const name = 'bert.encoder.layer.0.output.dense.weight';
    const entry = weights.get(name);
    if (!entry) throw new Error('the fixture lacks it');
    const quantized = new Map(weights).set(name, { ...entry, dtype: 'I8' });
    expect(() => writeGraph(config, quantized)).toThrow(
      expect.objectContaining({ code: 'tensor-type', sentence: expect.stringContaining(name) as string }),
    );
  });
  it('holds no weights and no unused tensors', async () => {
    const { graph } = await whole;
    const text = new TextDecoder('latin1').decode(graph);
    expect(graph.length).toBeLessThan(15_000);
    expect(text).not.toContain('cls.predictions');
  });
});
