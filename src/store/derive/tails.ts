import { DEFAULT_TAIL_RULE, type Tail, detectTails } from '../../measures/detect-tails.ts';
import { closestToTail, type Closest } from '../../measures/closest-to-tail.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { memo } from '../memo.ts';
import type { State, Thresholds } from '../state.ts';

const NONE: readonly Tail[] = [];

const tails = memo((exploration: Exploration | undefined, rule: Thresholds): readonly Tail[] =>
  exploration ? detectTails(exploration, { ...DEFAULT_TAIL_RULE, ...rule }) : NONE,
);

/** The tails of what is on screen, by the rule as it is set. */
export function selectTails(state: State): readonly Tail[] {
  return tails(state.before?.exploration, state.rule);
}

const tailDims = memo((found: readonly Tail[]) => [...new Set(found.map((tail) => tail.dim))]);

/** Their dimensions, strongest first, each once. */
export function selectTailDims(state: State): readonly number[] {
  return tailDims(selectTails(state));
}

const closest = memo((exploration: Exploration, rule: Thresholds): Closest | undefined =>
  closestToTail(exploration, { ...DEFAULT_TAIL_RULE, ...rule }),
);

/** The dimension that comes closest to a tail where there is none. */
export function selectClosest(state: State): Closest | undefined {
  const exploration = state.before?.exploration;
  return exploration && closest(exploration, state.rule);
}
