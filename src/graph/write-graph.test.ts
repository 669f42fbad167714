import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { BERTS, FAMILIES, HEADLESS, OTHER_HEADS } from '../../scripts/exactness/checkpoints.ts';
import { fixtureFiles, openFixture } from '../../scripts/exactness/fixture.ts';
import { maskedWordsError, stateErrors, worst } from '../../scripts/exactness/measure-errors.ts';
import type { Precision } from '../../scripts/exactness/precision.ts';
import { openCheckpoint, readWeights } from '../checkpoint/index.ts';
import { writeGraph, type WeightTable } from './index.ts';

/** Both round at every step: four layers of these weights part by a hundred-thousandth. */
const MOST = 3e-5;

const precisions: readonly Precision[] = ['F32', 'F16', 'BF16'];
const all = [
  ...BERTS.map((name) => [name, undefined] as const),
  ...[...FAMILIES, ...OTHER_HEADS].flatMap((name) =>
    precisions.map((precision) => [name, precision] as const),
  ),
];

describe.each(all)('%s %s, against PyTorch, a padded batch', (name, precision) => {
  const files = fixtureFiles(name, precision && { precision });

  it('gives every hidden state: as it is, cut inside, at shifted positions and without any', async () => {
    const errors = await stateErrors(await openFixture(await files));
    expect(worst(errors)).toBeLessThan(MOST);
  });
  if (HEADLESS.has(name))
    it('says that it was saved without its masked-word head', async () => {
      await expect(openFixture(await files, { maskedWords: true })).rejects.toMatchObject({
        code: 'no-masked-words',
      });
    });
  else
    it('guesses masked words, beside the same hidden states', async () => {
      const fixture = await openFixture(await files, { maskedWords: true });
      expect(await maskedWordsError(fixture)).toBeLessThan(MOST);
      expect((await stateErrors(fixture)).plain).toBeLessThan(MOST);
    });
});

describe.each(['bert-f32', ...FAMILIES])('%s', (name) => {
  it('saved without the prefix of its encoder is the same', async () => {
    const rename = (tensor: string) =>
      tensor.replace(/^(bert|roberta|distilbert|electra|albert|mpnet)\./, '');
    const bare = await openFixture(await fixtureFiles(name, { precision: 'F32', rename }));
    expect([...bare.checkpoint.weights.keys()]).toContain('embeddings.word_embeddings.weight');
    expect((await stateErrors(bare)).plain).toBeLessThan(MOST);
  });
});

describe.each(['bert-f32', ...FAMILIES])('%s for a graphics device', (name) => {
  it('gives the same hidden states', async () => {
    const files = await fixtureFiles(name);
    expect(worst(await stateErrors(await openFixture(files, { graphics: true })))).toBeLessThan(MOST);
  });
});

describe('in parts', () => {
  it.each(['bert-f32', 'roberta', 'xlm-roberta', 'camembert', 'distilbert', 'electra'])(
    '%s gives the same hidden states, one session after another',
    async (name) => {
      const opened = await openFixture(await fixtureFiles(name), { leastBytes: 0 });
      expect(opened.checkpoint.graphParts.length).toBeGreaterThan(1);
      expect(opened.session.inputNames).not.toContainEqual(expect.stringContaining('hidden'));
      expect(worst(await stateErrors(opened))).toBeLessThan(MOST);
    },
  );
  it('each says which weights it reads', async () => {
    const { graphParts, weights } = await openCheckpoint(await fixtureFiles('bert-f32'), undefined, {
      leastBytes: 0,
    });
    const layers = graphParts.map(({ tensors = [] }) => {
      const names = [...weights].flatMap(([name, entry]) => (tensors.includes(entry) ? [name] : []));
      return [...new Set(names.map((name) => /embeddings|layer\.\d/.exec(name)?.[0]))];
    });
    expect(layers).toEqual([['embeddings', 'layer.0'], ['layer.1']]);
  });
  it.each(['albert', 'mpnet'])('%s is not, since its layers share weights', async (name) => {
    const { graphParts, graph } = await openCheckpoint(await fixtureFiles(name), undefined, {
      leastBytes: 0,
    });
    expect(graphParts).toEqual([{ graph }]);
  });
  it('is no network whose layers are small, and none with a head', async () => {
    const files = await fixtureFiles('bert-f32');
    expect((await openCheckpoint(files)).graphParts).toHaveLength(1);
    expect((await openCheckpoint(files, undefined, { leastBytes: 0, terms: true })).graphParts).toHaveLength(
      1,
    );
  });
});

describe('the graph', () => {
  const whole = fixtureFiles('bert-f32').then((files) => openCheckpoint(files));
  const without = (weights: WeightTable, tensor: string): WeightTable =>
    new Map([...weights].filter(([name]) => name !== tensor));

  it('names the tensor that the checkpoint lacks', async () => {
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
  it('holds no weights, no unused tensors, and nothing of the head unless it is asked for', async () => {
    const { config, weights, graph } = await whole;
    const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
    expect(graph.length).toBeLessThan(15_000);
    expect(text(graph)).not.toContain('cls.predictions');
    const withHead = writeGraph(config, weights, { maskedWords: true });
    expect(text(withHead)).toContain('cls.predictions.transform.dense.weight');
    expect(withHead.length).toBeLessThan(16_000);
  });
  it('takes the attention that each kind of device has a kernel for', async () => {
    const { graph, graphicsGraph } = await whole;
    const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
    expect(text(graph)).not.toContain('MultiHeadAttention');
    expect(text(graphicsGraph)).toContain('MultiHeadAttention');
  });
  it('has no sum right before a norm, which the runtime would join into something slower', async () => {
    const { graph, weightsFiles } = await whole;
    const folder = await mkdtemp(join(tmpdir(), 'tailscope-graph-'));
    const run = join(folder, 'run.onnx');
    const session = await InferenceSession.create(graph, {
      externalData: await readWeights(weightsFiles),
      optimizedModelFilePath: run,
      logSeverityLevel: 3, // it warns that such a file is for machines like this one
    });
    await session.release();
    const operators = await readFile(run, 'latin1');
    await rm(folder, { recursive: true });
    expect(operators).toContain('LayerNormalization');
    expect(operators).not.toContain('SkipLayerNormalization');
  });
  it('decodes masked words by the embeddings themselves, unless the config says they are not tied', async () => {
    const { config, weights } = await whole;
    const table = 'cls.predictions.decoder.weight';
    expect(() => writeGraph({ ...config, tiedWords: false }, weights, { maskedWords: true })).toThrow(
      expect.objectContaining({ code: 'tensor-missing', sentence: expect.stringContaining(table) as string }),
    );
  });
});
