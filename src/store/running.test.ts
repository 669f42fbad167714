import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { begun, paused, progressed, sentencesASecond, resumed } from './running.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('the rate is of the time worked: pauses do not slow it', () => {
  let running = begun();
  vi.advanceTimersByTime(2000);
  running = progressed(running, { sentences: 200, of: 1000 });
  expect(sentencesASecond(running)).toBe(100);
  running = paused(running);
  vi.advanceTimersByTime(60_000);
  running = resumed(running);
  vi.advanceTimersByTime(2000);
  expect(sentencesASecond(progressed(running, { sentences: 400, of: 1000 }))).toBe(100);
});

test('the batch that was under way when it paused counts as worked until then', () => {
  let running = begun();
  vi.advanceTimersByTime(4000);
  running = paused(running);
  vi.advanceTimersByTime(500);
  expect(sentencesASecond(progressed(running, { sentences: 400, of: 800 }))).toBe(100);
});

test('nothing is said of the rate before it can be told', () => {
  const running = begun();
  expect(sentencesASecond(running)).toBeUndefined();
  vi.advanceTimersByTime(500);
  expect(sentencesASecond(progressed(running, { sentences: 1, of: 1000 }))).toBeUndefined();
});
