import { scaleLinear } from 'd3';

/** A part of a value: what kind of part it is, and how much it adds. */
export interface LifeStep {
  readonly kind: string;
  readonly name: string;
  readonly value: number;
}

/** One stage of a life: the value it begins with, and what is added, one after another. */
export interface LifeStage {
  readonly name: string;
  readonly from: number;
  readonly steps: readonly LifeStep[];
}

/** A step as it is drawn, from one running value to the next. */
export interface LifeBar extends LifeStep {
  readonly stage: number;
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly width: number;
}

export interface LifeLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly number[];
  readonly bars: readonly LifeBar[];
  /** Left and right edge of each stage. */
  readonly stages: readonly (readonly [number, number])[];
  readonly y: (value: number) => number;
}

/** The value that a stage ends with. */
export function endOf({ from, steps }: LifeStage): number {
  return steps.reduce((sum, { value }) => sum + value, from);
}

/** The least and the greatest value on the way, 0 among them. */
export function lifeExtent(stages: readonly LifeStage[]): readonly [number, number] {
  let [low, high] = [0, 0];
  for (const { from, steps } of stages) {
    let running = from;
    for (const value of [0, ...steps.map((step) => step.value)]) {
      running += value;
      low = Math.min(low, running);
      high = Math.max(high, running);
    }
  }
  return [low, high];
}

/**
 * Places of all steps side by side, each beginning where the one before ended.
 * @param extent what the value axis holds
 */
export function lifeLayout(
  stages: readonly LifeStage[],
  width: number,
  height: number,
  extent: readonly [number, number] = lifeExtent(stages),
): LifeLayout {
  const left = 46;
  const right = width - 10;
  const top = 24;
  const bottom = height - 30;
  const gap = 6;
  const count = stages.reduce((sum, { steps }) => sum + steps.length, 0);
  const step = (right - left - gap * stages.length) / Math.max(1, count);
  const bars: LifeBar[] = [];
  const edges: (readonly [number, number])[] = [];
  let x = left;
  for (const [stage, { from, steps }] of stages.entries()) {
    const start = x;
    let running = from;
    for (const each of steps) {
      bars.push({ ...each, stage, from: running, to: running + each.value, x, width: step });
      running += each.value;
      x += step;
    }
    edges.push([start, x]);
    x += gap;
  }
  const scale = scaleLinear(extent, [bottom, top]).nice(5);
  return { left, right, top, bottom, ticks: scale.ticks(5), bars, stages: edges, y: (value) => scale(value) };
}
