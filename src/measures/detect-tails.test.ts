import { expect, test } from 'vitest';
import { DEFAULT_TAIL_RULE, detectTails, type TailStatistics } from './detect-tails.ts';

const LAYERS = 5;
const DIMS = 100;

interface Carried {
  readonly dim: number;
  readonly side: 'minima' | 'maxima';
  readonly layers: readonly number[];
  /** Vectors of each kind whose extreme it is. */
  readonly of: readonly [number, number, number];
}

/** Statistics of vectors whose extremes are spread over all dimensions but for those given. */
function statistics(counted: readonly [number, number, number], carried: readonly Carried[]): TailStatistics {
  const size = LAYERS * DIMS;
  const counts = { minima: new Uint32Array(3 * size), maxima: new Uint32Array(3 * size) };
  for (const { dim, side, layers, of } of carried) {
    of.forEach((count, kind) => {
      for (const layer of layers) counts[side][kind * size + layer * DIMS + dim] = count;
    });
  }
  const mean = Float32Array.from({ length: size }, (_, i) => Math.sin(i)); // flat enough: |z| < 2
  return {
    layers: LAYERS,
    dims: DIMS,
    counted,
    ...counts,
    mean,
    square: mean.map((value) => value ** 2 + 1),
  };
}

const everywhere = [0, 1, 2, 3, 4];

test('half of the vectors in half of the layers 1..L is a tail', () => {
  const half: Carried = { dim: 7, side: 'minima', layers: [0, 2, 4], of: [40, 5, 5] };
  const [tail, ...others] = detectTails(statistics([80, 10, 10], [half]));
  expect(others).toEqual([]);
  expect(tail).toMatchObject({ dim: 7, side: 'min', scope: 'all', layers: [0, 2, 4] });
  expect(tail?.carriers).toEqual(['word', 'first', 'last']);
  expect([...(tail?.share ?? [])]).toEqual([0.5, 0, 0.5, 0, 0.5]);
});

test('layer 0 does not count towards the layers', () => {
  const early: Carried = { dim: 7, side: 'minima', layers: [0, 1], of: [80, 10, 10] };
  expect(detectTails(statistics([80, 10, 10], [early]))).toEqual([]);
});

test('less than half of the vectors is no tail, unless the rule is eased', () => {
  const weak: Carried = { dim: 7, side: 'maxima', layers: everywhere, of: [39, 5, 5] };
  const given = statistics([80, 10, 10], [weak]);
  expect(detectTails(given)).toEqual([]);
  const eased = detectTails(given, { ...DEFAULT_TAIL_RULE, share: 0.4 });
  expect(eased.map(({ dim, side }) => ({ dim, side }))).toEqual([{ dim: 7, side: 'max' }]);
});

test('a mean far out is a tail on its side, even if the vectors have other extremes', () => {
  const given = statistics([100, 0, 0], []);
  for (const layer of everywhere) given.mean[layer * DIMS + 9] = 60;
  const [tail] = detectTails(given);
  expect(tail).toMatchObject({ dim: 9, side: 'max', scope: 'all', carriers: [], layers: everywhere });
});

test('a mean far out that is rounding beside the vectors is none', () => {
  const given = statistics([100, 0, 0], []);
  given.mean.fill(0);
  for (const layer of everywhere) given.mean[layer * DIMS + 9] = 1e-6;
  expect(detectTails(given)).toEqual([]);
});

test('kinds that do not carry a tail are left out of its carriers', () => {
  const words: Carried = { dim: 7, side: 'minima', layers: everywhere, of: [70, 0, 10] };
  expect(detectTails(statistics([80, 10, 10], [words]))[0]?.carriers).toEqual(['word', 'last']);
});

test('what only a special token carries is told apart', () => {
  const first: Carried = { dim: 99, side: 'maxima', layers: everywhere, of: [0, 10, 0] };
  const all: Carried = { dim: 7, side: 'minima', layers: [3, 4], of: [50, 0, 10] };
  const tails = detectTails(statistics([80, 10, 10], [first, all]));
  expect(tails.map(({ dim, scope, carriers }) => ({ dim, scope, carriers }))).toEqual([
    { dim: 7, scope: 'all', carriers: ['word', 'last'] },
    { dim: 99, scope: 'special', carriers: ['first'] },
  ]);
});

test('too few vectors say nothing: neither all together nor those of a special token', () => {
  const lone: Carried = { dim: 99, side: 'maxima', layers: everywhere, of: [0, 3, 0] };
  expect(detectTails(statistics([20, 3, 3], [lone]))).toEqual([]);
  const short: Carried = { dim: 7, side: 'minima', layers: everywhere, of: [3, 1, 1] };
  expect(detectTails(statistics([5, 1, 1], [short]))).toEqual([]);
});

test('the stronger tail comes first', () => {
  const weaker: Carried = { dim: 1, side: 'minima', layers: everywhere, of: [60, 0, 0] };
  const stronger: Carried = { dim: 2, side: 'maxima', layers: everywhere, of: [90, 0, 0] };
  const tails = detectTails(statistics([100, 0, 0], [weaker, stronger]));
  expect(tails.map((tail) => tail.dim)).toEqual([2, 1]);
  expect(tails[0]?.strength).toBeCloseTo(1.8, 12);
});

test('a model without layers has no tails', () => {
  const given = { ...statistics([100, 0, 0], []), layers: 1, mean: new Float32Array(DIMS) };
  expect(
    detectTails({ ...given, minima: new Uint32Array(3 * DIMS), maxima: new Uint32Array(3 * DIMS) }),
  ).toEqual([]);
});
