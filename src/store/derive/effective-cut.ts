import { seeded } from '../../core/random.ts';
import { memo } from '../memo.ts';
import type { State } from '../state.ts';
import { selectTailDims } from './tails.ts';

const NONE: readonly number[] = [];

const effectiveCut = memo(
  (
    cut: readonly number[],
    control: boolean,
    tails: readonly number[],
    dims: number,
    seed: number,
  ): readonly number[] => {
    if (!control) return cut;
    return randomDimensions(Math.max(1, cut.length), dims, new Set([...cut, ...tails]), seed);
  },
);

/** The dimensions cut: those switched, or with the control as many random ones in their place. */
export function selectEffectiveCut(state: State): readonly number[] {
  const dims = state.before?.exploration.dims ?? 0;
  if (!state.control) return state.cut;
  return effectiveCut(state.cut, true, selectTailDims(state), dims, state.seed + state.draws);
}

/** `count` different dimensions out of `dims` that are none of `except`, ascending; the same for the same seed. */
export function randomDimensions(
  count: number,
  dims: number,
  except: ReadonlySet<number>,
  seed: number,
): readonly number[] {
  const left = Array.from({ length: dims }, (_, d) => d).filter((d) => !except.has(d));
  if (left.length === 0) return NONE;
  const random = seeded(seed);
  const drawn: number[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return drawn.sort((a, b) => a - b);
}
