import { DEFAULT_TAIL_RULE, detectTails } from '../../measures/detect-tails.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { State, Thresholds } from '../state.ts';

const tailDims = memo((exploration: Exploration, rule: Thresholds): readonly number[] => [
  ...new Set(detectTails(exploration, { ...DEFAULT_TAIL_RULE, ...rule }).map(({ dim }) => dim)),
]);

/** The dimensions of the second model's tails, strongest first, by the rule as it is set; undefined until it was explored. */
export function selectBesideTailDims({ besideShown, rule }: State): readonly number[] | undefined {
  return besideShown && tailDims(besideShown.exploration, rule);
}
