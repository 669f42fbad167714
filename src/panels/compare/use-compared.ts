import type { Side } from '../../store/state.ts';
import { sideName } from './side-name.ts';
import { useSide, type ComparedSide } from './use-side.ts';

/** Both sides, and what they are called beside each other. */
export interface Compared {
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly names: { readonly nameA: string; readonly nameB: string };
  /** Whether B is what a cut leaves of A. */
  readonly cutOfA: boolean;
}

const isWhole = ({ cut, remedy }: Side): boolean => cut === 'none' && remedy === undefined;

export function useCompared(): Compared {
  const a = useSide('sideA');
  const b = useSide('sideB');
  const same = a.side.model === b.side.model;
  return {
    a,
    b,
    names: { nameA: sideName(a, same), nameB: sideName(b, same) },
    cutOfA: same && a.side.positions === b.side.positions && isWhole(a.side) && !isWhole(b.side),
  };
}
