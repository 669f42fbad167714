import { expect, it } from 'vitest';
import { missingShard } from './index.ts';

const INDEX = 'model.safetensors.index.json';
const missing = (...names: string[]) => missingShard(names.map((name) => ({ name: `mine/${name}` })));

it('is the first shard that its neighbours count and that is not there', () => {
  expect(missing('model-00001-of-00002.safetensors', INDEX)).toBe('model-00002-of-00002.safetensors');
  expect(missing('model-3-of-4.safetensors', 'model-1-of-4.safetensors')).toBe('model-2-of-4.safetensors');
});
it('is the index where only that is not there', () => {
  expect(missing('model-1-of-1.safetensors')).toBe(INDEX);
});
it('is nothing where all are there, or none', () => {
  expect(missing('model-1-of-1.safetensors', INDEX)).toBeUndefined();
  expect(missing('model.safetensors')).toBeUndefined();
  expect(missing(INDEX, 'other-1-of-2.safetensors')).toBeUndefined();
});
it('does not count as far as a name claims', () => {
  const name = `model-1-of-${'9'.repeat(300)}.safetensors`;
  expect(missing(name)).toBe(name.replace('-1-', '-2-'));
});
