import { expect, it } from 'vitest';
import { transferables } from './transferables.ts';

it('finds the buffers of typed arrays in objects, arrays and Maps, each once', () => {
  const shared = new Float32Array(8);
  const column = new Float32Array(2);
  const message = {
    name: 'x',
    none: undefined,
    both: [shared.subarray(0, 4), shared.subarray(4)],
    columns: new Map([[3, column]]),
    deep: { bytes: new Uint8Array(1) },
  };
  expect(transferables(message)).toEqual([shared.buffer, column.buffer, message.deep.bytes.buffer]);
});

it('returns nothing for plain values', () => {
  expect(transferables(3)).toEqual([]);
  expect(transferables(null)).toEqual([]);
  expect(transferables(['a', 'b'])).toEqual([]);
});

it('leaves shared memory where it is', () => {
  expect(transferables({ a: new Uint8Array(new SharedArrayBuffer(4)) })).toEqual([]);
});
