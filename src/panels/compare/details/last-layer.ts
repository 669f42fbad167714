import type { Ask } from '../../../store/use-ask.ts';

/** The last layer of a side; any until it is measured. */
export function lastLayer({ answer }: Ask<'task-scores'>): number {
  return answer ? answer.scores.length - 1 : Infinity;
}
