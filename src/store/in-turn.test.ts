import { expect, it, vi } from 'vitest';
import { inTurn } from './in-turn.ts';
import type { State } from './state.ts';
import { createAppStore } from './store.ts';

const result = { exploration: {} } as unknown as NonNullable<State['before']>;

/** A part of the page that listens, and what it was told. */
function part(page = createAppStore()) {
  const { store, follow } = inTurn(page);
  const told: State[] = [];
  store.subscribe((state) => told.push(state));
  return { page, store, follow, told };
}

it('tells of what a person does at once', () => {
  const { page, follow, told } = part();
  const stop = follow();
  page.actions.toggleCut(3);
  expect(told.at(-1)?.cut).toEqual([3]);
  stop();
  page.actions.toggleCut(3);
  expect(told.at(-1)?.cut).toEqual([3]);
});

it('tells of what happened before it followed', () => {
  const { page, follow, told } = part();
  page.actions.toggleCut(3);
  expect(told).toEqual([]);
  follow();
  expect(told).toEqual([page.getState()]);
});

it('is the page’s store for whoever reads or acts', () => {
  const { page, store, follow } = part();
  follow();
  store.actions.toggleCut(5);
  page.setState({ before: result });
  expect(page.getState().cut).toEqual([5]);
  // two states at a time would have what is derived from them computed in turns for ever
  expect(store.getState()).toBe(page.getState());
});

it('tells each part of a new result in a task of its own, in the order in which they came', async () => {
  const page = createAppStore();
  const drawn: string[] = [];
  for (const name of ['first', 'second', 'third']) {
    const { store, follow } = inTurn(page);
    follow();
    store.subscribe(() => {
      drawn.push(name);
      queueMicrotask(() => drawn.push('end'));
    });
  }
  page.setState({ before: result });
  expect(drawn).toEqual([]);
  await vi.waitFor(() => {
    expect(drawn).toEqual(['first', 'end', 'second', 'end', 'third', 'end']);
  });
});

it('tells of what comes after a result with the result', async () => {
  const { page, follow, told } = part();
  follow();
  told.length = 0;
  page.setState({ before: result });
  page.actions.toggleCut(3);
  expect(told).toEqual([]);
  await vi.waitFor(() => {
    expect(told).toEqual([page.getState()]);
  });
});

it('waits for nothing once it is gone', async () => {
  const { page, follow, told } = part();
  const stop = follow();
  told.length = 0;
  page.setState({ before: result });
  stop();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(told).toEqual([]);
});
