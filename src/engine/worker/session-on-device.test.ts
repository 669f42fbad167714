import { expect, it, vi } from 'vitest';
import { sessionOnDevice } from './session-on-device.ts';

it('ends its device after itself, and is the same session otherwise', async () => {
  const calls: string[] = [];
  const session = {
    inputNames: ['input_ids'],
    outputNames: ['hidden_0'],
    run: vi.fn(() => Promise.resolve({})),
    release: () => {
      calls.push('release');
      return Promise.resolve();
    },
  };
  const on = sessionOnDevice(session, { destroy: () => void calls.push('destroy') });
  expect([on.inputNames, on.outputNames]).toEqual([session.inputNames, session.outputNames]);
  await on.run({}, ['hidden_0']);
  expect(session.run).toHaveBeenCalledWith({}, ['hidden_0']);
  expect(calls).toEqual([]);
  await on.release();
  expect(calls).toEqual(['release', 'destroy']);
});
