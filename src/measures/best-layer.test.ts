import { expect, it } from 'vitest';
import { bestLayer } from './best-layer.ts';

it('is the first of the highest, and passes over what has no value', () => {
  expect(bestLayer([NaN, 2, 5, 5])).toEqual({ layer: 2, value: 5 });
  expect(bestLayer([NaN])).toBeUndefined();
});
