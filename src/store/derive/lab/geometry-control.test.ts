import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { seeded } from '../../../core/random.ts';
import { columnsOf, cosineSample } from '../../../measures/cosine-sample.ts';
import { packSymmetric } from '../../../measures/packed-symmetric.ts';
import { samplePairs } from '../../../measures/sample-pairs.ts';
import type { GeometryResult } from '../../../protocol/experiments/geometry.ts';
import { controlOf } from './geometry-control.ts';

const Numbers = v.array(v.number());
const Figure = v.object({
  whole: v.number(),
  cut: v.number(),
  mean: v.number(),
  low: v.number(),
  high: v.number(),
});
const FIGURES = ['anisotropy', 'isoScore', 'kurtosis'] as const;
const Fixture = v.object({
  controls: v.array(
    v.object({
      dims: v.number(),
      data: Numbers,
      starts: Numbers,
      cut: Numbers,
      seed: v.number(),
      figures: v.object({ anisotropy: Figure, isoScore: Figure, kurtosis: Figure }),
    }),
  ),
});
// Remade by `python -m models.control_oracle`
const path = new URL('../../../measures/fixtures/controls.json', import.meta.url);
const { controls } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

/** What the worker finds of these vectors, with all their pairs and the columns of some dimensions. */
function resultOf(dims: number, data: readonly number[], starts: readonly number[], columns: number[]) {
  const tokens = data.length / dims;
  const states = { layers: 1, tokens, dims, data: Float32Array.from(data) };
  const pairs = samplePairs(Uint32Array.from(starts), 1e6, seeded(1));
  const mean = new Float64Array(dims);
  const products = new Float64Array(dims * dims);
  for (const [i, x] of states.data.entries()) {
    const d = i % dims;
    mean[d] = (mean[d] ?? 0) + x / tokens;
    for (let e = 0; e < dims; e++)
      products[d * dims + e] = (products[d * dims + e] ?? 0) + (x * (states.data[i - d + e] ?? 0)) / tokens;
  }
  const covariance = products.map(
    (sum, i) => sum - (mean[Math.floor(i / dims)] ?? 0) * (mean[i % dims] ?? 0),
  );
  const before: GeometryResult['before'] = {
    anisotropy: undefined,
    resampled: undefined,
    contribution: undefined,
    mean,
    square: Float64Array.from(mean, (_, d) => products[d * dims + d] ?? NaN),
    covariance: packSymmetric(covariance, dims),
    cosines: new Float64Array(),
    points: new Float32Array(),
  };
  const result: GeometryResult = {
    layers: 1,
    dims,
    before,
    after: undefined,
    pairs: { sample: cosineSample(states, pairs), columns: columnsOf(states, columns) },
    pairsFrom: pairs.from,
    pairsComplete: pairs.complete,
    points: [],
    truncated: [],
    unmeasured: [],
    sentences: starts.length - 1,
    tokens,
  };
  return result;
}

it.each(controls)('the control’s figures, their mean and range are NumPy’s, case %#', (c) => {
  const all = Array.from({ length: c.dims }, (_, d) => d);
  const found = controlOf(resultOf(c.dims, c.data, c.starts, all), c.cut, c.seed, 0);
  for (const figure of FIGURES)
    for (const key of ['whole', 'cut', 'mean', 'low', 'high'] as const)
      expect(found[figure]?.[key], `${figure}, ${key}`).toBeCloseTo(c.figures[figure][key], 9);
});

it('has no anisotropy where the column of a drawn dimension is not held', () => {
  const [c] = controls;
  if (!c) throw new Error('no case');
  const found = controlOf(resultOf(c.dims, c.data, c.starts, [0, 4]), c.cut, c.seed, 0);
  expect(found.anisotropy).toBeUndefined();
  expect(found.kurtosis.mean).toBeCloseTo(c.figures.kurtosis.mean, 9);
});
