import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { at } from '../core/at.ts';
import { seeded } from '../core/random.ts';
import { nodeRuntime } from './node/node-runtime.ts';
import { ProbeTrainer, type Lessons } from './probe.ts';

const numbers = v.array(v.number());
const Fixture = v.object({
  steps: v.object({
    rows: numbers,
    labels: numbers,
    start: numbers,
    order: v.array(numbers),
    weights: numbers,
  }),
  made: v.object({
    seed: v.number(),
    train: v.number(),
    test: v.number(),
    dims: v.number(),
    classes: v.number(),
  }),
  accuracies: numbers,
});
const { steps, made, accuracies } = v.parse(
  Fixture,
  JSON.parse(readFileSync(new URL('./fixtures/probe.json', import.meta.url), 'utf8')),
);

/** The same numbers as models/probe_oracle.py draws. */
function madeUp() {
  const { dims, classes } = made;
  const draw = seeded(made.seed);
  const centres = Array.from({ length: classes }, () => Array.from({ length: dims }, () => 2 * draw() - 1));
  const count = made.train + made.test;
  const data = new Float32Array(count * dims);
  const labels = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const label = Math.floor(draw() * classes);
    labels[row] = label;
    for (let d = 0; d < dims; d++) data[row * dims + d] = (centres[label]?.[d] ?? 0) + 3 * (2 * draw() - 1);
  }
  return { data, labels };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a probe trained by the graph', () => {
  const trainer = new ProbeTrainer(nodeRuntime(1));
  afterAll(() => trainer.release());

  it('has the weights that PyTorch’s Adam has, step by step, over batches of any size', async () => {
    const lessons: Lessons = {
      rows: { rows: 40, columns: 6, data: Float32Array.from(steps.rows) },
      labels: Uint32Array.from(steps.labels),
      classes: 4,
    };
    const { start, order } = steps;
    const found = await trainer.train(lessons, {
      random: seeded(1),
      start: Float32Array.from(start),
      order,
    });
    expect(found).toHaveLength(steps.weights.length);
    for (const [i, weight] of steps.weights.entries())
      expect(Math.abs(at(found, i) - weight)).toBeLessThan(1e-6);
  });

  it('tells as much as PyTorch’s over three seeds, to a point', async () => {
    const { dims, classes, train } = made;
    const { data, labels } = madeUp();
    const lessons: Lessons = {
      rows: { rows: train, columns: dims, data: data.subarray(0, train * dims) },
      labels: labels.subarray(0, train),
      classes,
    };
    const found: number[] = [];
    for (const seed of [1, 2, 3]) {
      const weights = await trainer.train(lessons, { random: seeded(seed) });
      found.push(accuracy(weights, data.subarray(train * dims), labels.subarray(train)));
    }
    expect(mean(accuracies)).toBeGreaterThan(0.3);
    expect(Math.abs(mean(found) - mean(accuracies))).toBeLessThan(0.01);
  });

  it('stops where the pause rejects', async () => {
    const lessons: Lessons = {
      rows: { rows: 300, columns: 2, data: new Float32Array(600) },
      labels: new Uint32Array(300),
      classes: 2,
    };
    const stop = new Error('enough');
    const pause = () => Promise.reject(stop);
    await expect(trainer.train(lessons, { random: seeded(1), pause })).rejects.toBe(stop);
  });
});

function accuracy(weights: Float32Array, rows: Float32Array, labels: Uint32Array): number {
  const { dims, classes } = made;
  let right = 0;
  for (const [row, label] of labels.entries()) {
    let best = 0;
    let most = -Infinity;
    for (let c = 0; c < classes; c++) {
      let logit = 0;
      for (let d = 0; d < dims; d++) logit += at(weights, c * dims + d) * at(rows, row * dims + d);
      if (logit > most) [best, most] = [c, logit];
    }
    if (best === label) right++;
  }
  return right / labels.length;
}
