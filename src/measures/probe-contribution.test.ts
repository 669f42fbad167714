import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { addContributions, largestLogits } from './probe-contribution.ts';

const Numbers = v.array(v.number());
const Fixture = v.object({
  contributions: v.object({ rows: Numbers, weights: Numbers, told: Numbers, c: Numbers }),
});
// Remade by `python -m models.probe_oracle`
const path = new URL('../engine/fixtures/probe.json', import.meta.url);
const { contributions } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

it('what is told, and what each dimension contributes to it, are as PyTorch has them', () => {
  const { told, c } = contributions;
  const [rows, weights] = [contributions.rows, contributions.weights].map((all) => Float32Array.from(all));
  if (!rows || !weights) throw new Error('no rows');
  const dims = c.length;
  const classes = weights.length / dims;
  const logits = Float32Array.from({ length: told.length * classes }, (_, i) => {
    const [row, of] = [Math.floor(i / classes), i % classes];
    return c.reduce((sum, __, d) => sum + (rows[row * dims + d] ?? NaN) * (weights[of * dims + d] ?? NaN), 0);
  });
  expect([...largestLogits(logits, classes)]).toEqual(told);
  const sums = new Float64Array(dims);
  addContributions({ count: told.length, dims, data: rows }, Uint32Array.from(told), weights, sums);
  for (const [d, expected] of c.entries()) expect((sums[d] ?? NaN) / told.length).toBeCloseTo(expected, 7);
});

it('of the largest logits of a row the first counts', () => {
  expect([...largestLogits(Float32Array.of(1, 3, 3, 0, -1, -2), 3)]).toEqual([1, 0]);
});

it('a dimension contributes its value times the weight of the class that was told, without its sign', () => {
  const sums = new Float64Array(2);
  const rows = { count: 2, dims: 2, data: Float32Array.of(1, -2, 3, 0.5) };
  addContributions(rows, Uint32Array.of(1, 0), Float32Array.of(1, -4, -0.5, 2), sums);
  // |-.5 * 1| + |1 * 3| and |2 * -2| + |-4 * .5|
  expect([...sums]).toEqual([3.5, 6]);
});
