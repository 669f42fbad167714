import { controlRange, type ControlRange } from '../../../measures/control-range.ts';
import type { OtherFigure, TaskFigures } from '../../../protocol/experiments/compare.ts';

/** The figures of random cuts: mean and range over the draws, by layer. */
export interface ControlFigures {
  readonly scores: ControlRange;
  readonly others: Readonly<Partial<Record<OtherFigure, ControlRange>>>;
}

const OTHERS = ['auc', 'micro', 'adjusted', 'pearson'] as const satisfies readonly OtherFigure[];

/** @param draws a task's figures with the dimensions of each draw cut */
export function controlFigures(draws: readonly TaskFigures[]): ControlFigures {
  const others: Partial<Record<OtherFigure, ControlRange>> = {};
  for (const name of OTHERS) {
    const each = draws.map((draw) => draw.others[name]).filter((values) => values !== undefined);
    if (each.length > 0) others[name] = controlRange(each);
  }
  return { scores: controlRange(draws.map(({ scores }) => scores)), others };
}
