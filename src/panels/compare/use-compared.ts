import type { LoadedModel } from '../../protocol/model.ts';
import type { Side } from '../../store/state.ts';
import { strings } from '../../strings/index.ts';
import { namesApart } from '../beside/difference-words.ts';
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

/** By their weights, too, where the one is a rounded file of the other. */
export function modelNames(
  a: LoadedModel | undefined,
  b: LoadedModel | undefined,
): readonly [string, string] {
  const { second } = strings.compareView;
  return a && b ? namesApart(a, b) : [a?.name ?? second, b?.name ?? second];
}

export function useCompared(): Compared {
  const a = useSide('sideA');
  const b = useSide('sideB');
  const same = a.side.model === b.side.model;
  const [modelA, modelB] = modelNames(a.model, b.model);
  return {
    a,
    b,
    names: { nameA: sideName(a, same ? undefined : modelA), nameB: sideName(b, same ? undefined : modelB) },
    cutOfA: same && a.side.positions === b.side.positions && isWhole(a.side) && !isWhole(b.side),
  };
}
