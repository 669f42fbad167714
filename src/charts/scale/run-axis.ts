import { scaleLinear, scaleSymlog } from 'd3';

export type RunAxisKind = 'log' | 'linear';

/** Where the places of a long run lie, and which of them are named. */
export interface RunAxis {
  readonly x: (value: number) => number;
  readonly ticks: readonly number[];
}

/** px between the middles of two named places. */
const APART = 46;

/**
 * A scale over a run that begins at 0: linear, or logarithmic but for its beginning, so that 0 has a
 * place and what happens early is seen.
 * @param values every place that will be drawn
 */
export function runAxis(kind: RunAxisKind, values: readonly number[], left: number, right: number): RunAxis {
  const high = values.reduce((a, b) => Math.max(a, b), 0) || 1;
  if (kind === 'linear') {
    const x = scaleLinear([0, high], [left, right]);
    return { x: (value) => x(value), ticks: x.ticks(Math.max(1, Math.floor((right - left) / APART / 1.4))) };
  }
  const first = values.reduce((a, b) => (b > 0 ? Math.min(a, b) : a), high);
  const x = scaleSymlog([0, high], [left, right]).constant(first);
  const ticks: number[] = [];
  for (const tick of [0, ...decades(first, high)])
    if (ticks.every((other) => Math.abs(x(other) - x(tick)) >= APART)) ticks.push(tick);
  return { x: (value) => x(value), ticks };
}

/** Powers of ten from low to high, the largest first, and then what lies between them. */
function decades(low: number, high: number): readonly number[] {
  const powers: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(high)); power > low; power /= 10) powers.push(power);
  const between = powers.map((power) => 3 * power).filter((value) => value <= high);
  return [...powers, ...between];
}
