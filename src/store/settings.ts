import type { SetState } from './store.ts';
import type { MatrixMode, Specials, Theme, Thresholds } from './state.ts';

export function settingsActions(set: SetState) {
  return {
    setSpecials: (specials: Specials) => {
      set({ specials });
    },
    setSeed: (seed: number) => {
      set({ seed });
    },
    setRule: (rule: Thresholds) => {
      set({ rule });
    },
    setMatrix: (matrix: MatrixMode) => {
      set({ matrix });
    },
    setTheme: (theme: Theme) => {
      set({ theme });
    },
  };
}
