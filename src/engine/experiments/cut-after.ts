import type { HiddenStates } from '../../core/hidden-states.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';

/** Vectors with the cut dimensions zero; the same object when there is nothing to do. */
export function cutAfter(
  states: HiddenStates,
  { cut, where }: Pick<Treatment, 'cut' | 'where'>,
): HiddenStates {
  if (where === 'inside' || cut.length === 0) return states;
  const data = states.data.slice();
  for (const d of cut) for (let i = d; i < data.length; i += states.dims) data[i] = 0;
  return { ...states, data };
}
