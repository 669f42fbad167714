import { expect, test, vi } from 'vitest';
import type { Ask } from '../../store/use-ask.ts';
import { askedTogether } from './use-remedied.ts';

const asked = (change: Partial<Ask<'sts'>> = {}): Ask<'sts'> => ({
  answer: undefined,
  running: undefined,
  failure: undefined,
  ask: vi.fn(),
  cancel: vi.fn(),
  pause: vi.fn(),
  resume: vi.fn(),
  ...change,
});
const run = (sentences?: number) => ({
  progress: sentences === undefined ? undefined : { sentences, of: 80 },
  rate: undefined,
  paused: false,
});

test('of several questions the one that is under way is told of, before those that wait for it', () => {
  const waits = asked({ running: run() });
  const runs = asked({ running: run(20) });
  expect(askedTogether([asked(), waits, runs]).running).toBe(runs.running);
  expect(askedTogether([asked(), waits]).running).toBe(waits.running);
  expect(askedTogether([asked()]).running).toBeUndefined();
});

test('what is done to one of them is done to all', () => {
  const all = [asked(), asked(), asked()];
  askedTogether(all).cancel();
  for (const { cancel } of all) expect(cancel).toHaveBeenCalledOnce();
});
