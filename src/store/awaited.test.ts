import { describe, expect, test } from 'vitest';
import { TailscopeError } from '../core/error.ts';
import { selectAwaited } from './awaited.ts';
import { selectGuide } from './derive/guide.ts';
import { createAppStore } from './store.ts';

const file = { name: 'reviews.txt', sha256: 'ab', content: undefined };
const modelAsked = { kind: 'files', name: 'my-model', sha256: 'cd' } as const;

describe('what a link waits for', () => {
  test('is its file, which the guide names instead of asking for a sentence', () => {
    const { getState, actions } = createAppStore({ file });
    expect(selectAwaited(getState())).toEqual({ kind: 'text', name: 'reviews.txt' });
    expect(selectGuide(getState())).toEqual({ kind: 'awaited', awaited: selectAwaited(getState()) });
    actions.openText({ ...file, content: ['One.'] });
    expect(selectAwaited(getState())).toBeUndefined();
  });

  test('is its checkpoint, which the guide names instead of looking for tails', () => {
    const { getState, setState } = createAppStore({ modelAsked });
    expect(selectGuide(getState())).toEqual({
      kind: 'awaited',
      awaited: { kind: 'model', name: 'my-model' },
    });
    setState({ modelFiles: new Map([['cd', []]]) });
    expect(selectAwaited(getState())).toBeUndefined();
  });
});

test('nobody looks for tails where the model failed and nothing is on screen', () => {
  const error = TailscopeError.of('no-worker');
  const { getState } = createAppStore({ model: { kind: 'failed', error } });
  expect(selectGuide(getState())).toEqual({ kind: 'no-model' });
});
