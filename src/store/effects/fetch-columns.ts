import type { Columns } from '../../measures/cosine-sample.ts';
import type { Exploration, HeldSample } from '../../protocol/exploration.ts';
import { selectTopDims } from '../derive/contributions.ts';
import { selectDrawnDims } from '../derive/random-draws.ts';
import type { Caller } from '../caller.ts';
import type { AppStore } from '../store.ts';
import type { State } from '../state.ts';
import { selectColumnsWanted } from '../wanted.ts';
import { failureOf } from './settle.ts';

/**
 * Fetches the columns that a cut of the samples on screen will need, once each: for the dimensions
 * that are cut, for the chosen one, so that its switch answers in the same frame, for those that
 * bring most to the cosine, and for random ones where they are asked for.
 * @param refresh told of an exploration whose vectors the worker no longer holds
 */
export function fetchColumns(
  store: AppStore,
  caller: Caller,
  refresh: (exploration: Exploration) => void,
): void {
  const asked = new Map<number, Set<number>>();

  const fetch = async (handle: number, dims: readonly number[]): Promise<void> => {
    try {
      const columns = await caller.call('columns', { handle, dims });
      store.setState({ fetched: merged(store.getState().fetched, handle, columns) });
    } catch (error) {
      const failure = failureOf(error);
      const state = store.getState();
      const shown = heldSamples(state).some((held) => held.handle === handle);
      // of a sample that has left the screen nobody misses a column
      if (!failure || !shown || !state.before) return;
      if (failure.code === 'stale') refresh(state.before.exploration);
      else store.setState({ failure });
    }
  };

  store.subscribe((state) => {
    const samples = heldSamples(state);
    for (const handle of asked.keys())
      if (!samples.some((held) => held.handle === handle)) asked.delete(handle);
    for (const held of samples) {
      const before = asked.get(held.handle) ?? new Set();
      const dims = missingColumns(state, held).filter((dim) => !before.has(dim));
      if (dims.length === 0) continue;
      asked.set(held.handle, new Set([...before, ...dims]));
      void fetch(held.handle, dims);
    }
  });
}

function heldSamples(state: State): readonly HeldSample[] {
  const { before, matrixBefore } = state;
  if (!before?.model) return [];
  const matrix = matrixBefore?.exploration === before.exploration ? [matrixBefore.held] : [];
  return [before.exploration.pairs, ...matrix];
}

function missingColumns(state: State, held: HeldSample): readonly number[] {
  const dims = state.before?.exploration.dims ?? 0;
  const fetched = state.fetched.get(held.handle);
  // what the largest contributors bring changes with every cut, theirs or not
  const contributors = held === state.before?.exploration.pairs ? selectTopDims(state) : [];
  return [...new Set([...selectColumnsWanted(state), ...contributors, ...selectDrawnDims(state)])].filter(
    (dim) => dim < dims && !held.columns.has(dim) && !fetched?.has(dim),
  );
}

function merged(
  all: ReadonlyMap<number, Columns>,
  handle: number,
  columns: Columns,
): ReadonlyMap<number, Columns> {
  return new Map(all).set(handle, new Map([...(all.get(handle) ?? []), ...columns]));
}
