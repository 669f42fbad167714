import { fileURLToPath } from 'node:url';
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
