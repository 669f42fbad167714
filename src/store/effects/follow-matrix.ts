import type { Exploration } from '../../protocol/exploration.ts';
import type { Caller } from '../caller.ts';
import { selectInsideExploration } from '../derive/drawn.ts';
import { selectMatrixItems } from '../derive/matrix-items.ts';
import { selectTailDims } from '../derive/tails.ts';
import type { AppStore } from '../store.ts';
import type { MatrixMode, Shown, State } from '../state.ts';
import { runAnswers, selectBaseRun, selectColumnsWanted } from '../wanted.ts';
import { failureOf } from './settle.ts';

/**
 * Keeps the similarity matrix at what is on screen, whole and as it is treated where that takes a run.
 * @param refresh told of an exploration whose vectors the worker no longer holds
 */
export function followMatrix(
  store: AppStore,
  caller: Caller,
  refresh: (exploration: Exploration) => void,
): void {
  followOne(store, caller, refresh, 'matrixBefore', (state) => state.before);
  // one that answers an older text may have fewer items than are on screen
  followOne(store, caller, refresh, 'matrixInside', (state) =>
    selectInsideExploration(state) ? state.inside : undefined,
  );
  followOne(store, caller, refresh, 'matrixBased', (state) =>
    runAnswers(state.based, state.before, selectBaseRun(state)) ? state.based : undefined,
  );
}

/** Tails whose columns come along, so that their first cut needs no fetch. */
const AHEAD = 16;

function columnsAhead(state: State, dims: number): readonly number[] {
  const ahead = [...selectTailDims(state).slice(0, AHEAD), ...selectColumnsWanted(state)];
  return [...new Set(ahead)].filter((dim) => dim < dims);
}

function followOne(
  store: AppStore,
  caller: Caller,
  refresh: (exploration: Exploration) => void,
  key: 'matrixBefore' | 'matrixInside' | 'matrixBased',
  pick: (state: State) => Shown | undefined,
): void {
  let askedShown: Shown | undefined;
  let askedItems: readonly number[] | undefined;

  const ask = async (shown: Shown, mode: MatrixMode, items: readonly number[]): Promise<void> => {
    const { exploration } = shown;
    const request = {
      exploration: exploration.handle,
      of: mode === 'sentences' ? ('sentences' as const) : ('tokens' as const),
      items,
      columns: columnsAhead(store.getState(), exploration.dims),
    };
    const wanted = (): boolean => askedShown === shown && askedItems === items;
    try {
      const held = await caller.call('similarity', request, { slot: key });
      if (wanted()) store.setState({ [key]: { exploration, mode, items, held } });
    } catch (error) {
      const failure = failureOf(error);
      if (!failure || !wanted()) return;
      if (failure.code === 'stale') refresh(exploration);
      else store.setState({ failure });
    }
  };

  store.subscribe((state) => {
    const shown = pick(state);
    const items = selectMatrixItems(state);
    if (shown === askedShown && items === askedItems) return;
    askedShown = shown;
    askedItems = items;
    if (shown?.model && items.length > 1) void ask(shown, state.matrix, items);
  });
}
