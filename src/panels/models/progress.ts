import { count } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';
import type { ModelRecord } from './record.ts';

const words = strings.models;

/** How far the training came: "step 7,750 of 40,000: still in training". */
export function progress({ card: { training } }: ModelRecord): string {
  const { steps, plannedSteps, finished } = training ?? {};
  if (steps === undefined) return '';
  return finished === false && plannedSteps !== undefined
    ? words.stillTraining(count(steps), count(plannedSteps))
    : words.finished(count(steps));
}
