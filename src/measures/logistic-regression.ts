import { minimize } from './minimize.ts';

/** Vectors of one layer, row after row. */
export interface Rows {
  readonly count: number;
  readonly dims: number;
  readonly data: Float32Array;
}

/**
 * A linear classifier: a score for each class, of two classes for the second alone (the first's is 0). Row-major
 * [scores, dims + 1], the last column what is added.
 */
export interface LinearClassifier {
  readonly classes: number;
  readonly weights: Float64Array;
}

/** Weight of the loss against half the squared norm of the weights: scikit-learn's default C. */
const LOSS_WEIGHT = 1;
/** Of the mean loss, as scikit-learn's default has it. */
const STOP = { tolerance: 1e-4, iterations: 200 };

/**
 * Logistic regression with an L2 penalty on all but what is added to a score: the minimum of half the squared norm plus the
 * sum of the losses.
 * @param labels class of each row, from 0
 * @param start weights to begin from, such as those of nearly the same vectors
 */
export function logisticRegression(
  rows: Rows,
  labels: ArrayLike<number>,
  classes: number,
  start?: LinearClassifier,
): LinearClassifier {
  const scores = scoresOf(classes);
  const width = rows.dims + 1;
  const weights = start ? start.weights.slice() : new Float64Array(scores * width);
  const logits = new Float64Array(scores);
  // both sides divided by the loss's weight and the rows, so that the tolerance means the same for any size
  const penalty = 1 / (LOSS_WEIGHT * rows.count);
  const objective = (x: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let loss = 0;
    for (let row = 0; row < rows.count; row++) {
      score(rows, row, x, logits);
      loss += lossAndErrors(logits, labels[row] ?? 0);
      for (let c = 0; c < scores; c++) {
        const error = logits[c] ?? 0;
        const at = c * width;
        const from = row * rows.dims;
        for (let d = 0; d < rows.dims; d++)
          gradient[at + d] = (gradient[at + d] ?? 0) + error * (rows.data[from + d] ?? 0);
        gradient[at + rows.dims] = (gradient[at + rows.dims] ?? 0) + error;
      }
    }
    let squares = 0;
    for (let i = 0; i < x.length; i++) {
      const free = i % width === rows.dims;
      gradient[i] = (gradient[i] ?? 0) / rows.count + (free ? 0 : penalty * (x[i] ?? 0));
      if (!free) squares += (x[i] ?? 0) ** 2;
    }
    return loss / rows.count + (penalty * squares) / 2;
  };
  minimize(objective, weights, STOP);
  return { classes, weights };
}

/** The class with the highest score of each row, the first on ties. */
export function classify({ classes, weights }: LinearClassifier, rows: Rows): Uint32Array {
  const logits = new Float64Array(scoresOf(classes));
  return Uint32Array.from({ length: rows.count }, (_, row) => {
    score(rows, row, weights, logits);
    if (classes === 2) return (logits[0] ?? 0) > 0 ? 1 : 0;
    return logits.reduce((best, value, c) => (value > (logits[best] ?? 0) ? c : best), 0);
  });
}

const scoresOf = (classes: number): number => (classes === 2 ? 1 : classes);

function score({ dims, data }: Rows, row: number, weights: Float64Array, out: Float64Array): void {
  const from = row * dims;
  for (let c = 0; c < out.length; c++) {
    const at = c * (dims + 1);
    let sum = weights[at + dims] ?? 0;
    for (let d = 0; d < dims; d++) sum += (weights[at + d] ?? 0) * (data[from + d] ?? 0);
    out[c] = sum;
  }
}

/**
 * Turns the scores of one row into how far each class's probability is from what it should be.
 * @returns the row's loss
 */
function lossAndErrors(logits: Float64Array, label: number): number {
  if (logits.length === 1) {
    const z = logits[0] ?? 0;
    const positive = label === 1;
    // log(1 + e^t) without overflow
    const t = positive ? -z : z;
    logits[0] = 1 / (1 + Math.exp(-z)) - (positive ? 1 : 0);
    return Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
  }
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const own = logits[label] ?? 0;
  let sum = 0;
  for (let c = 0; c < logits.length; c++) {
    const weight = Math.exp((logits[c] ?? 0) - most);
    logits[c] = weight;
    sum += weight;
  }
  for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] ?? 0) / sum - (c === label ? 1 : 0);
  return Math.log(sum) + most - own;
}
