import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { begun, pace, paused, progressed, resumed } from './running.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('the pace is of the time worked: pauses do not slow it', () => {
  let running = begun();
  vi.advanceTimersByTime(2000);
  running = progressed(running, { sentences: 200, of: 1000 });
  expect(pace(running)).toEqual({ rate: 100, left: 8 });
  running = paused(running);
  vi.advanceTimersByTime(60_000);
  running = resumed(running);
  vi.advanceTimersByTime(2000);
  expect(pace(progressed(running, { sentences: 400, of: 1000 }))).toEqual({ rate: 100, left: 6 });
});

test('the batch that was under way when it paused counts as worked until then', () => {
  let running = begun();
  vi.advanceTimersByTime(4000);
  running = paused(running);
  vi.advanceTimersByTime(500);
  expect(pace(progressed(running, { sentences: 400, of: 800 }))).toEqual({ rate: 100, left: 4 });
});

test('nothing is said of the pace before it can be told', () => {
  const running = begun();
  expect(pace(running)).toBeUndefined();
  vi.advanceTimersByTime(500);
  expect(pace(progressed(running, { sentences: 1, of: 1000 }))).toBeUndefined();
});
