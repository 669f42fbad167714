import type { Exploration } from '../../protocol/exploration.ts';
import type { Caller } from '../caller.ts';
import type { AppStore } from '../store.ts';
import type { Shown } from '../state.ts';
import { failureOf } from './settle.ts';

/**
 * Fetches the vector of the token under the pointer, so that every chart can show where it lies.
 * @param refresh told of an exploration whose vectors the worker no longer holds
 */
export function followToken(
  store: AppStore,
  caller: Caller,
  refresh: (exploration: Exploration) => void,
): void {
  let asked: number | undefined;
  let askedOf: Shown | undefined;
  store.subscribe((state) => {
    const { before, hoveredToken: token } = state;
    if (token === asked && before === askedOf) return;
    asked = token;
    askedOf = before;
    if (token === undefined || !before?.model) {
      if (state.vector) store.setState({ vector: undefined });
      return;
    }
    const { exploration } = before;
    caller.call('vector', { exploration: exploration.handle, token }, { slot: 'vector' }).then(
      (data) => {
        if (asked === token && askedOf === before) store.setState({ vector: { exploration, token, data } });
      },
      (error: unknown) => {
        const failure = failureOf(error);
        if (!failure || failure.code === 'not-held') return;
        if (failure.code === 'stale') refresh(exploration);
        else store.setState({ failure });
      },
    );
  });
}
