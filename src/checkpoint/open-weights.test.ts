import { describe, expect, it } from 'vitest';
import { memoryFile, safetensors } from './memory-file.fixture.ts';
import { openWeights } from './open-weights.ts';

const tensor = (from: number, to: number) => ({ dtype: 'F32', shape: [1], data_offsets: [from, to] });
const index = (map: unknown) =>
  memoryFile('model.safetensors.index.json', JSON.stringify({ weight_map: map }));
const shard = (name: string, ...tensors: readonly string[]) =>
  memoryFile(
    name,
    safetensors(
      Object.fromEntries(tensors.map((each, i) => [each, tensor(4 * i, 4 * i + 4)])),
      4 * tensors.length,
    ),
  );

describe('sharded weights', () => {
  it('are one table, each tensor with its file, of which only headers are read', async () => {
    const files = [
      shard('model-00001-of-00002.safetensors', 'a'),
      shard('model-00002-of-00002.safetensors', 'b', 'c'),
      index({ a: 'model-00001-of-00002.safetensors', b: 'model-00002-of-00002.safetensors' }),
    ];
    const { weights, weightsFiles } = await openWeights(files);
    expect([...weights].map(([name, { location }]) => [name, location])).toEqual([
      ['a', 'model-00001-of-00002.safetensors'],
      ['b', 'model-00002-of-00002.safetensors'],
    ]);
    expect(weightsFiles).toEqual(files.slice(0, 2));
  });

  it('are passed over where the whole file is there, too', async () => {
    const whole = shard('model.safetensors', 'a');
    expect((await openWeights([index({ a: 'gone' }), whole])).weightsFiles).toEqual([whole]);
  });

  it('ask for what is missing of them', async () => {
    const shards = [1, 2].map((i) => shard(`model-0000${i}-of-00002.safetensors`, 'a'));
    await expect(openWeights(shards)).rejects.toThrow(/no model\.safetensors\.index\.json/);
    await expect(openWeights(shards.slice(1))).rejects.toThrow(/no model-00001-of-00002\.safetensors/);
  });

  it('are refused with the name of the shard that ends early or is something else', async () => {
    const map = { a: 'model-00001-of-00002.safetensors', b: 'model-00002-of-00002.safetensors' };
    const first = shard(map.a, 'a');
    const cut = memoryFile(map.b, safetensors({ b: tensor(0, 4) }, 3));
    await expect(openWeights([index(map), first, cut])).rejects.toThrow(
      /model-00002-of-00002\.safetensors ends early/,
    );
    const zip = memoryFile(map.b, 'PK\u0003\u0004 and so on');
    await expect(openWeights([index(map), first, zip])).rejects.toThrow(
      /model-00002-of-00002\.safetensors .*zip/,
    );
  });

  it.each([
    ['a shard that is not there', { a: 'model-00007-of-00009.safetensors' }, 'file-missing', /00007/],
    ['a place outside the folder', { a: '../other/secret.safetensors' }, 'file-missing', /secret/],
    ['an address', { a: 'https://example.org/x.safetensors' }, 'file-missing', /example/],
    [
      'a tensor that its shard lacks',
      { z: 'model-1.safetensors' },
      'index-invalid',
      /tensor z is in model-1/,
    ],
    ['no map', undefined, 'index-invalid', /which file/],
    ['a map of numbers', { a: 1 }, 'index-invalid', /which file/],
  ])('are refused with %s', async (_, map, code, words) => {
    const opening = openWeights([shard('model-1.safetensors', 'a'), index(map)]);
    await expect(opening).rejects.toMatchObject({ code, sentence: expect.stringMatching(words) as string });
  });
});
