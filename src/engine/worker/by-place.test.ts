import { expect, it } from 'vitest';
import { byPlace } from './by-place.ts';

const file = (name: string, size: number) => ({
  name,
  size,
  read: () => Promise.reject(new Error('unread')),
});
const graphOf = (...tensors: readonly (readonly [location: string, end: number])[]) => ({
  graph: new Uint8Array(),
  tensors: tensors.map(
    ([location, end]) => ({ dtype: 'U8', shape: [1], location, start: end - 1, end }) as const,
  ),
});

it('orders graphs by the last of their bytes, one file after another', () => {
  const files = [file('folder/1.safetensors', 100), file('folder/2.safetensors', 100)];
  const late = graphOf(['1.safetensors', 10], ['2.safetensors', 5]);
  const middle = graphOf(['1.safetensors', 90]);
  const early = graphOf(['1.safetensors', 50], ['1.safetensors', 20]);
  expect([late, middle, early].sort(byPlace(files))).toEqual([early, middle, late]);
});
