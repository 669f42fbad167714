import type { SetState } from './store.ts';
import type {
  BirthAxis,
  BirthMeasure,
  MatrixMode,
  PositionChoice,
  Specials,
  Theme,
  Thresholds,
} from './state.ts';

export interface SettingsActions {
  readonly setSpecials: (specials: Specials) => void;
  readonly setSeed: (seed: number) => void;
  readonly setRule: (rule: Thresholds) => void;
  readonly setMatrix: (matrix: MatrixMode) => void;
  readonly setExtreme: (extreme: 'min' | 'max') => void;
  readonly setBirthMeasure: (birthMeasure: BirthMeasure) => void;
  readonly setBirthAxis: (birthAxis: BirthAxis) => void;
  readonly setPositionMove: (positionMove: PositionChoice) => void;
  readonly setLifeToken: (lifeToken: number | undefined) => void;
  readonly setTheme: (theme: Theme) => void;
}

export function settingsActions(set: SetState): SettingsActions {
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
    setExtreme: (extreme: 'min' | 'max') => {
      set({ extreme });
    },
    setBirthMeasure: (birthMeasure: BirthMeasure) => {
      set({ birthMeasure });
    },
    setBirthAxis: (birthAxis: BirthAxis) => {
      set({ birthAxis });
    },
    setPositionMove: (positionMove: PositionChoice) => {
      set({ positionMove });
    },
    setLifeToken: (lifeToken: number | undefined) => {
      set({ lifeToken });
    },
    setTheme: (theme: Theme) => {
      set({ theme });
    },
  };
}
