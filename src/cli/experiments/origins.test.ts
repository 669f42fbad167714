import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { measureModel } from '../testing/measure-model.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../${name}/`, import.meta.url));

it('draws a table for each kind of weights, and says what it follows', async () => {
  const drawn = await measureModel('origins', ['--dims', '3,5'], folder('graph/fixtures/bert-f32'));
  expect(drawn).toContain('bert-f32, its weights alone');
  expect(drawn).toMatch(/Dimensions 3, 5\n/);
  expect(drawn).toMatch(/position +value of 3 +rank +value of 5 +rank\n +0 /);
  expect(drawn).toMatch(/layer +after +γ of 3 +β of 3 +γ of 5 +β of 5\n/);
});

it('says what an export does not show, and gives null for it', async () => {
  const flags = ['--dims', '3', '--weights', 'trace11.f32.onnx'];
  const model = folder('graph/edit/fixtures/bert');
  expect(await measureModel('origins', flags, model)).toContain(
    'Position embeddings: not shown, since an ONNX export names no weights',
  );
  expect(JSON.parse(await measureModel('origins', [...flags, '--json'], model))).toMatchObject({
    positionEmbeddings: null,
    tokenEmbeddings: null,
    layerNorms: [],
    notAvailable: [
      { what: 'positionEmbeddings', why: 'export' },
      { what: 'tokenEmbeddings', why: 'export' },
      { what: 'segmentEmbeddings', why: 'export' },
    ],
  });
});

it('with a text also tells lives, what moved positions do and what explains the values', async () => {
  const model = folder('graph/fixtures/bert-f32');
  const text = 'The dog barked.\nCats sleep here.\nA dog and a cat.';
  // without special tokens a life and the means are of the same tokens: those of words
  const flags = ['--dims', '3', '--text', text, '--specials', 'exclude'];
  const drawn = await measureModel('origins', flags, model);
  expect(drawn).toMatch(
    /Dimension 3: word .+, position .+, segment .+, normalized .+, scale .+, shift .+ = /,
  );
  expect(drawn).toMatch(/layer +before +attention +normalized +scale +shift +feed-forward .+ state\n/);
  expect(drawn).toMatch(
    /dimension +positions +0 +1 +2\n +3 +as they are .+\n +3 +shuffled .+\n +3 +shifted .+\n +3 +times zero/,
  );

  const { life, positionsMoved, positionOrFrequency, data } = v.parse(
    Report,
    JSON.parse(await measureModel('origins', [...flags, '--json'], model)),
  );
  expect(data.sentences).toBe(3);
  expect(life.largestError).toBeLessThan(1e-4);
  expect(positionsMoved.map(({ kind }) => kind)).toEqual(['as-they-are', 'shuffled', 'shifted', 'zero']);
  // the states that the terms add up to are the means that were measured without them
  const [mean] = positionsMoved[0]?.tails ?? [];
  const [tail] = life.tails;
  tail?.layers.forEach(({ state }, layer) => {
    expect(state).toBeCloseTo(mean?.mean[layer] ?? NaN, 4);
  });
  expect(positionOrFrequency[0]?.position).toHaveLength(3);
});

const Report = v.object({
  data: v.object({ sentences: v.number() }),
  life: v.object({
    largestError: v.number(),
    tails: v.array(v.object({ layers: v.array(v.object({ state: v.number() })) })),
  }),
  positionsMoved: v.array(
    v.object({ kind: v.string(), tails: v.array(v.object({ mean: v.array(v.number()) })) }),
  ),
  positionOrFrequency: v.array(v.object({ position: v.array(v.nullable(v.number())) })),
});
