import type { SetState } from './store.ts';

export interface SelectionActions {
  readonly selectLayer: (layer: number) => void;
  readonly selectDimension: (dim: number | undefined) => void;
  readonly hoverDimension: (dim: number | undefined) => void;
  readonly hoverToken: (token: number | undefined) => void;
}

export function selectionActions(set: SetState): SelectionActions {
  return {
    selectLayer: (layer: number) => {
      set({ layer });
    },
    selectDimension: (dimension: number | undefined) => {
      set({ dimension });
    },
    hoverDimension: (hoveredDimension: number | undefined) => {
      set({ hoveredDimension });
    },
    hoverToken: (hoveredToken: number | undefined) => {
      set({ hoveredToken });
    },
  };
}
