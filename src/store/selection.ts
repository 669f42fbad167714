import type { SetState } from './store.ts';

export function selectionActions(set: SetState) {
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
