import type { SetState } from './store.ts';
import type { Side, SideId } from './state.ts';

/** What a person can do in the Compare view. */
export interface CompareActions {
  readonly setSide: (id: SideId, side: Side) => void;
  /** Both at once: one step for Back. */
  readonly setSides: (sideA: Side, sideB: Side) => void;
}

export function compareActions(set: SetState): CompareActions {
  return {
    setSide: (id: SideId, side: Side) => {
      set(id === 'sideA' ? { sideA: side } : { sideB: side });
    },
    setSides: (sideA: Side, sideB: Side) => {
      set({ sideA, sideB });
    },
  };
}
