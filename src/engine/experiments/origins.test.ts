import { describe, expect, it } from 'vitest';
import { byteFile, fixtureFiles } from '../../../scripts/exactness/fixture.ts';
import { openCheckpoint, type ByteFile, type Checkpoint } from '../../checkpoint/index.ts';
import { floatValues } from '../../checkpoint/tensor-values.ts';
import { at } from '../../core/at.ts';
import { origins } from './origins.ts';

const open = async (name: string): Promise<Checkpoint> => openCheckpoint(await fixtureFiles(name));

/** A tensor's values, read around the reader under test. */
async function valuesOf({ weights, weightsFiles }: Checkpoint, tensor: string): Promise<Float32Array> {
  const entry = weights.get(tensor);
  const [file] = weightsFiles;
  if (!entry || !file || entry.dtype !== 'F32') throw new Error(`no ${tensor}`);
  return floatValues(await file.read(entry.start, entry.end), 'F32');
}

describe('the origins in a BERT', () => {
  it('are the values that its tensors have', async () => {
    const checkpoint = await open('bert-f32');
    const found = await origins(checkpoint, { dims: [5] });
    expect(found.dims).toEqual([5]);
    const table = await valuesOf(checkpoint, 'bert.embeddings.position_embeddings.weight');
    if (typeof found.positions === 'string') throw new Error(found.positions);
    const { positions, followed, first } = found.positions;
    expect(positions).toBe(table.length / 32);
    expect([...(followed[0]?.values ?? [])]).toEqual(
      Array.from({ length: positions }, (_, p) => at(table, p * 32 + 5)),
    );
    expect(first[1]).toEqual(table.slice(32, 64));

    const words = await valuesOf(checkpoint, 'bert.embeddings.word_embeddings.weight');
    if (typeof found.tokens === 'string') throw new Error(found.tokens);
    expect(found.tokens.tokens).toBe(words.length / 32);
    let sum = 0;
    for (let i = 5; i < words.length; i += 32) sum += at(words, i);
    expect(at(found.tokens.mean, 5)).toBeCloseTo(sum / (words.length / 32), 12);
    expect(found.segments).toHaveLength(2);
  });

  it('list every LayerNorm in the order in which the network uses it, and every feed-forward bias', async () => {
    const { norms, biases } = await origins(await open('bert-f32'), { dims: [0] });
    expect(norms.map(({ layer, after }) => `${layer} ${after}`)).toEqual([
      '0 embeddings',
      '1 attention',
      '1 feed-forward',
      '2 attention',
      '2 feed-forward',
    ]);
    expect(biases.map(({ layer }) => layer)).toEqual([1, 2]);
  });

  it('without dimensions asked for, follow those out of line in the weights', async () => {
    const { chosen, dims } = await origins(await open('bert-f32'), { dims: [] });
    expect(chosen).toBe('weights');
    for (const dim of dims) expect(dim).toBeLessThan(32);
  });

  it('are refused of a dimension that there is none of', async () => {
    await expect(origins(await open('bert-f32'), { dims: [32] })).rejects.toMatchObject({
      code: 'dimension',
    });
  });
});

describe('what a model does not have', () => {
  it('an old BERT has its scales and shifts by their old names', async () => {
    const { norms } = await origins(await open('bert-old-names'), { dims: [1] });
    expect(norms).toHaveLength(5);
  });

  it('DistilBERT has no segments, RoBERTa’s table begins at its first position', async () => {
    expect((await origins(await open('distilbert'), { dims: [1] })).segments).toBe('none');
    const checkpoint = await open('roberta');
    const { positions } = await origins(checkpoint, { dims: [1] });
    expect(positions).toMatchObject({ positions: checkpoint.config.maxPositions - 2 });
  });

  it('ALBERT’s embeddings are projected, so that a dimension is not in them, nor in their LayerNorm', async () => {
    const found = await origins(await open('albert'), { dims: [1] });
    expect([found.positions, found.tokens, found.segments]).toEqual(['projected', 'projected', 'projected']);
    expect(found.norms.some(({ after }) => after === 'embeddings')).toBe(false);
    expect(found.norms.length).toBeGreaterThan(0);
  });

  it('a table of zeros is a model without position embeddings', async () => {
    const files = await fixtureFiles('bert-f32');
    const entry = (await openCheckpoint(files)).weights.get('bert.embeddings.position_embeddings.weight');
    if (!entry) throw new Error('no table');
    const zeroed = files.map((file) =>
      file.name === entry.location ? withZeros(file, entry) : Promise.resolve(file),
    );
    const found = await origins(await openCheckpoint(await Promise.all(zeroed)), { dims: [1] });
    expect(found.positions).toBe('none');
  });

  it('an export’s weights have no names', async () => {
    const { config, weightsFiles } = await open('bert-f32');
    const found = await origins({ config, weights: new Map(), weightsFiles }, { dims: [1] });
    expect(found).toMatchObject({ positions: 'export', tokens: 'export', segments: 'export', norms: [] });
  });
});

async function withZeros(file: ByteFile, range: { start: number; end: number }): Promise<ByteFile> {
  const bytes = await file.read(0, file.size);
  return byteFile(file.name, bytes.fill(0, range.start, range.end));
}
