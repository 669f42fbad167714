import { describe, expect, it } from 'vitest';
import { spin } from './spin.ts';
import { findThreads } from './thread-trial.ts';

const timed = (times: Record<number, number>) => {
  const tried: number[] = [];
  const time = (threads: number) => {
    tried.push(threads);
    return Promise.resolve(times[threads] ?? Infinity);
  };
  return { tried, time };
};

describe('findThreads', () => {
  it('takes the most threads that still pay', async () => {
    const { time, tried } = timed({ 1: 100, 2: 52, 4: 30, 8: 29 });
    expect(await findThreads(16, time)).toBe(4);
    expect(tried).toEqual([1, 2, 4, 8]);
  });

  it('takes one where a busy core makes two slower', async () => {
    const { time, tried } = timed({ 1: 100, 2: 180, 4: 30 });
    expect(await findThreads(4, time)).toBe(1);
    expect(tried).toEqual([1, 2]);
  });

  it('tries no more threads than there are cores, nor more than eight', async () => {
    const two = timed({ 1: 100, 2: 50, 4: 25 });
    expect(await findThreads(3, two.time)).toBe(2);
    const many = timed({ 1: 100, 2: 50, 4: 25, 8: 12, 16: 6 });
    expect(await findThreads(64, many.time)).toBe(8);
  });

  it('takes one where threads cannot be had at all', async () => {
    expect(await findThreads(8, timed({}).time)).toBe(1);
  });
});

describe('spin', () => {
  it('takes some time alone, and opens its own barrier', () => {
    const meet = new Int32Array(new SharedArrayBuffer(8));
    expect(spin({ meet, threads: 1, rounds: 2 })).toBeGreaterThan(0);
    expect([...meet]).toEqual([0, 3]);
  });
});
