/** A function of many numbers: writes its gradient at x and returns its value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

export interface MinimizeOptions {
  /** Largest element of the gradient at which to stop. */
  readonly tolerance: number;
  readonly iterations: number;
}

/** Steps and changes of gradient that are remembered. */
const MEMORY = 10;
/** What part of the decrease that the slope promises a step must bring. */
const DECREASE = 1e-4;
/** Halvings of a step before nothing better is found. */
const HALVINGS = 40;

/**
 * The minimum of a convex function by L-BFGS with halved steps.
 * @param start where to begin; changed in place into the minimum
 * @returns the value there
 * @see Liu and Nocedal 1989
 */
export function minimize(objective: Objective, start: Float64Array, options: MinimizeOptions): number {
  const size = start.length;
  const gradient = new Float64Array(size);
  const next = new Float64Array(size);
  const nextGradient = new Float64Array(size);
  const steps: { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[] = [];
  let value = objective(start, gradient);
  for (let i = 0; i < options.iterations && largest(gradient) > options.tolerance; i++) {
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    // without curvature known yet, a step of length 1 at most
    let length = steps.length > 0 ? 1 : Math.min(1, 1 / Math.sqrt(dot(gradient, gradient)));
    let found = false;
    let nextValue = value;
    for (let h = 0; h < HALVINGS && !found; h++) {
      for (let d = 0; d < size; d++) next[d] = (start[d] ?? 0) + length * (direction[d] ?? 0);
      nextValue = objective(next, nextGradient);
      found = nextValue <= value + DECREASE * length * slope;
      length /= 2;
    }
    if (!found) break;
    const s = next.map((x, d) => x - (start[d] ?? 0));
    const y = nextGradient.map((g, d) => g - (gradient[d] ?? 0));
    const curvature = dot(s, y);
    if (curvature > 1e-12 * dot(y, y)) {
      steps.push({ s, y, rho: 1 / curvature });
      if (steps.length > MEMORY) steps.shift();
    }
    start.set(next);
    gradient.set(nextGradient);
    value = nextValue;
  }
  return value;
}

/** Minus the gradient times the inverse of the curvature seen so far, by two loops over the steps. */
function descent(
  gradient: Float64Array,
  steps: readonly { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[],
): Float64Array {
  const q = gradient.map((g) => -g);
  const weights = new Float64Array(steps.length);
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i];
    if (!step) continue;
    const weight = step.rho * dot(step.s, q);
    weights[i] = weight;
    addScaled(q, step.y, -weight);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let d = 0; d < q.length; d++) q[d] = (q[d] ?? 0) * scale;
  }
  for (const [i, { s, y, rho }] of steps.entries()) addScaled(q, s, (weights[i] ?? 0) - rho * dot(y, q));
  return q;
}

function addScaled(into: Float64Array, x: Float64Array, scale: number): void {
  for (let d = 0; d < into.length; d++) into[d] = (into[d] ?? 0) + scale * (x[d] ?? 0);
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < x.length; d++) sum += (x[d] ?? 0) * (y[d] ?? 0);
  return sum;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
