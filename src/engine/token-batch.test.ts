import { expect, it } from 'vitest';
import { BatchRoom, padded, tokenBatch } from './token-batch.ts';

const numbers = (values: BigInt64Array) => Array.from(values, Number);

it('fills sentences up at their ends, and says where', () => {
  const batch = tokenBatch([Uint32Array.of(5, 6, 7), Uint32Array.of(8)]);
  const { ids, mask, shape } = padded(batch, { padId: 0, firstPosition: 0 });
  expect(shape).toEqual([2, 3]);
  expect(numbers(ids)).toEqual([5, 6, 7, 8, 0, 0]);
  expect(numbers(mask)).toEqual([1, 1, 1, 1, 0, 0]);
});

it('numbers positions from the one that the network begins with', () => {
  const batch = tokenBatch([Uint32Array.of(5, 0, 7)]);
  expect(numbers(padded(batch, { padId: 0, firstPosition: 0 }).positions)).toEqual([0, 1, 2]);
  expect(numbers(padded(batch, { padId: 1, firstPosition: 2 }).positions)).toEqual([2, 3, 4]);
});

it('does not count a padding token that was typed out, where positions are numbered after padding’s', () => {
  const batch = tokenBatch([Uint32Array.of(0, 5, 1, 6, 2)]);
  // cumsum(ids != 1) * (ids != 1) + 1, as transformers has it
  expect(numbers(padded(batch, { padId: 1, firstPosition: 2 }).positions)).toEqual([2, 3, 1, 4, 5]);
});

it('numbers padding as transformers does', () => {
  const batch = tokenBatch([Uint32Array.of(5, 6, 7), Uint32Array.of(8)]);
  expect(numbers(padded(batch, { padId: 0, firstPosition: 0 }).positions)).toEqual([0, 1, 2, 0, 1, 2]);
  expect(numbers(padded(batch, { padId: 1, firstPosition: 2 }).positions)).toEqual([2, 3, 4, 2, 1, 1]);
});

it('writes a batch into the room of the one before as if it were empty', () => {
  const room = new BatchRoom();
  const padding = { padId: 3, firstPosition: 0 };
  padded(tokenBatch([Uint32Array.of(5, 6, 7), Uint32Array.of(8, 9, 9)]), padding, room);
  const batch = tokenBatch([Uint32Array.of(1, 2), Uint32Array.of(4)]);
  expect(padded(batch, padding, room)).toEqual(padded(batch, padding));
});
