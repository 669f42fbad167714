import { expect, it } from 'vitest';
import { Reused } from './reused.ts';

it('gives the same memory again, and grows only for more than there ever was', () => {
  const made: number[] = [];
  const reused = new Reused((length) => {
    made.push(length);
    return new Float32Array(length);
  });
  const first = reused.take(3).fill(7);
  expect([...reused.take(2)]).toEqual([7, 7]);
  expect(reused.take(3).buffer).toBe(first.buffer);
  expect(reused.take(4)).toHaveLength(4);
  expect(made).toEqual([0, 3, 4]);
});
