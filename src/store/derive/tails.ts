import { DEFAULT_TAIL_RULE, type Tail, detectTails } from '../../measures/detect-tails.ts';
import { closestToTail, type Closest } from '../../measures/closest-to-tail.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { memo, memoOf } from '../memo.ts';
import type { State, Thresholds } from '../state.ts';

const NONE: readonly Tail[] = [];

const byRule = memoOf((exploration: Exploration) =>
  memo((rule: Thresholds): readonly Tail[] => detectTails(exploration, { ...DEFAULT_TAIL_RULE, ...rule })),
);

/** The tails of an exploration, which may not be on screen yet. */
export function tailsOf(exploration: Exploration, rule: Thresholds): readonly Tail[] {
  return byRule(exploration)(rule);
}

/** The tails of what is on screen, by the rule as it is set. */
export function selectTails({ before, rule }: State): readonly Tail[] {
  return before ? tailsOf(before.exploration, rule) : NONE;
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
