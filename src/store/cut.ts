import type { GetState, SetState } from './store.ts';
import type { Remedy } from '../measures/remedy.ts';
import type { Against, CutWhere } from './state.ts';

export interface CutActions {
  /** Switches one dimension; leaves the control, under which every switch stands at "whole". */
  readonly toggleCut: (dim: number) => void;
  readonly cutAll: (dims: readonly number[]) => void;
  readonly cutNone: () => void;
  readonly setWhere: (where: CutWhere) => void;
  readonly setRemedy: (remedy: Remedy | undefined) => void;
  readonly setAgainst: (against: Against) => void;
  /** What is cut of what the treatment is compared with: nothing, what is switched, or dimensions of its own. */
  readonly setAgainstCut: (cut: 'none' | 'same' | readonly number[]) => void;
  readonly setControl: (on: boolean) => void;
  /** Other random dimensions for the control. */
  readonly drawAgain: () => void;
  readonly showRandomCuts: (randomCuts: boolean) => void;
  readonly showRandomBand: (randomBand: boolean) => void;
}

export function cutActions(set: SetState, get: GetState): CutActions {
  return {
    toggleCut: (dim: number) => {
      const { cut, control } = get();
      if (control && cut.includes(dim)) {
        set({ control: false });
        return;
      }
      const next = cut.includes(dim) ? cut.filter((d) => d !== dim) : [...cut, dim].sort((a, b) => a - b);
      set({ cut: next, control: false });
    },
    cutAll: (dims: readonly number[]) => {
      set({ cut: [...new Set([...get().cut, ...dims])].sort((a, b) => a - b), control: false });
    },
    cutNone: () => {
      set({ cut: [], control: false });
    },
    setWhere: (where: CutWhere) => {
      set({ where });
    },
    setRemedy: (remedy: Remedy | undefined) => {
      set({ remedy });
    },
    setAgainst: (against: Against) => {
      set(against.cut ? { against } : { against, againstCut: undefined });
    },
    setAgainstCut: (cut: 'none' | 'same' | readonly number[]) => {
      const { against } = get();
      if (cut === 'none') {
        set({ against: { ...against, cut: false, where: undefined }, againstCut: undefined });
        return;
      }
      const own = cut === 'same' ? undefined : [...new Set(cut)].sort((a, b) => a - b);
      set({ against: { ...against, cut: true }, againstCut: own });
    },
    setControl: (control: boolean) => {
      set({ control });
    },
    drawAgain: () => {
      set({ draws: get().draws + 1 });
    },
    showRandomCuts: (randomCuts: boolean) => {
      set({ randomCuts });
    },
    showRandomBand: (randomBand: boolean) => {
      set({ randomBand });
    },
  };
}
