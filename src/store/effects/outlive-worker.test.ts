import { expect, test } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import { createAppStore } from '../store.ts';
import { outliveWorker } from './outlive-worker.ts';

function open() {
  const store = createAppStore();
  let crash: (error: TailscopeError) => void = () => undefined;
  let again = 0;
  outliveWorker(
    store,
    (listener) => {
      crash = listener;
    },
    () => again++,
  );
  return {
    notices: () => store.getState().notices,
    crash: (error: TailscopeError) => {
      crash(error);
    },
    again: () => again,
  };
}

test('after a lost graphics device the page goes on by itself, and says on what', () => {
  const { crash, notices, again } = open();
  crash(TailscopeError.of('device-lost', { reason: 'unplugged' }));
  expect(again()).toBe(1);
  expect(notices()).toMatchObject([
    { tone: 'status', text: expect.stringMatching(/now runs on the processor/) as string },
  ]);
});

test('a worker that died for another reason waits for the person', () => {
  const { crash, notices, again } = open();
  crash(TailscopeError.of('worker-died'));
  expect(again()).toBe(0);
  expect(notices()).toMatchObject([{ tone: 'alert', cause: 'worker' }]);
});
