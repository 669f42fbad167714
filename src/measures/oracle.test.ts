import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { seeded } from '../core/random.ts';
import { cosine } from './cosine.ts';
import { columnsOf, cosineSample } from './cosine-sample.ts';
import { cutCosines, keptSquares } from './cut-cosines.ts';
import { detectTails } from './detect-tails.ts';
import { extremesAfterCut } from './extremes-after-cut.ts';
import { GroupedCosine } from './grouped-cosine.ts';
import { histogramEnvelope, histogramOf } from './histogram-envelope.ts';
import { kurtosis } from './kurtosis.ts';
import { allPairs } from './pairs.ts';
import { samplePairs } from './sample-pairs.ts';
import { pairScales, sampledContribution } from './sampled-contribution.ts';
import { similarityMatrix } from './similarity-matrix.ts';
import { StateDifferences, type StateDifference } from './state-differences.ts';
import { TokenStatistics } from './token-statistics.ts';
import { zOfMean } from './z-of-mean.ts';

const Numbers = v.array(v.number());
const Layer = v.object({
  minima: v.array(Numbers),
  maxima: v.array(Numbers),
  minimaLeft: v.object({ counts: Numbers, beyond: v.number() }),
  maximaLeft: v.object({ counts: Numbers, beyond: v.number() }),
  direction: Numbers,
  mean: Numbers,
  square: Numbers,
  z: Numbers,
  kurtosis: v.number(),
  contribution: v.nullable(Numbers),
  cutContribution: v.nullable(Numbers),
  interval: v.nullable(v.tuple([v.number(), v.number()])),
  histogram: v.object({
    width: v.number(),
    counts: v.array(v.tuple([v.number(), v.number(), v.number()])),
    envelopeWithout0: v.tuple([Numbers, Numbers, Numbers]),
  }),
  fromReversed: v.object({
    largest: v.number(),
    mean: v.number(),
    cosine: v.number(),
    lowestCosine: v.number(),
  }),
  pairs: v.array(v.tuple([v.number(), v.number()])),
  cosines: Numbers,
  cutCosines: Numbers,
});
const Fixture = v.object({
  rule: v.object({
    share: v.number(),
    z: v.number(),
    layers: v.number(),
    specialShare: v.number(),
    vectors: v.number(),
    specialVectors: v.number(),
  }),
  cases: v.array(
    v.object({
      name: v.string(),
      layers: v.number(),
      tokens: v.number(),
      dims: v.number(),
      starts: Numbers,
      kinds: Numbers,
      cut: Numbers,
      data: Numbers,
      byLayer: v.array(Layer),
      tails: v.array(v.object({ dim: v.number(), side: v.picklist(['min', 'max']), layers: Numbers })),
    }),
  ),
});

// Remade by `python -m models.oracle`; float32 inputs, float64 arithmetic on both sides.
const path = new URL('fixtures/oracle.json', import.meta.url);
const { cases, rule } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8')));

function expectClose(actual: ArrayLike<number> | undefined, expected: ArrayLike<number>, tolerance = 1e-12) {
  const got = Array.from(actual ?? []);
  expect(got).toHaveLength(expected.length);
  got.forEach((value, i) => {
    const wanted = expected[i] ?? NaN;
    expect(Math.abs(value - wanted), `[${i}]: ${value}, not ${wanted}`).toBeLessThanOrEqual(tolerance);
  });
}

describe.each(cases)('$name, as NumPy and SciPy have it', (c) => {
  const { layers, tokens, dims, cut, byLayer } = c;
  const states = { layers, tokens, dims, data: Float32Array.from(c.data) };
  const kinds = Uint8Array.from(c.kinds);
  const starts = Uint32Array.from(c.starts);
  const statistics = new TokenStatistics(layers, dims);
  statistics.add(states, kinds, starts);

  function row<A extends { subarray(from: number, to: number): A }>(values: A, layer: number): A {
    return values.subarray(layer * dims, (layer + 1) * dims);
  }

  test('extremes by kind', () => {
    const flat = (key: 'minima' | 'maxima') =>
      [0, 1, 2].flatMap((kind) => byLayer.flatMap((layer) => layer[key][kind] ?? []));
    expect([...statistics.minima]).toEqual(flat('minima'));
    expect([...statistics.maxima]).toEqual(flat('maxima'));
    expect(statistics.counted).toEqual([0, 1, 2].map((kind) => kinds.filter((k) => k === kind).length));
    expect(statistics.tokens).toBe(tokens);
  });

  test('extremes among the dimensions that a cut leaves', () => {
    const { nextMinima, nextMaxima } = statistics;
    const whole = (counts: Uint32Array, l: number) =>
      Uint32Array.from({ length: dims }, (_, d) =>
        [0, 1, 2].reduce((sum, kind) => sum + (counts[(kind * layers + l) * dims + d] ?? 0), 0),
      );
    byLayer.forEach(({ minimaLeft, maximaLeft }, l) => {
      const set = new Set(cut);
      const least = extremesAfterCut(whole(statistics.minima, l), nextMinima, l, set);
      const greatest = extremesAfterCut(whole(statistics.maxima, l), nextMaxima, l, set);
      expect({ ...least, counts: [...least.counts] }).toEqual(minimaLeft);
      expect({ ...greatest, counts: [...greatest.counts] }).toEqual(maximaLeft);
    });
  });

  test('the mean direction of sentences', () => {
    byLayer.forEach(({ direction }, l) => {
      expectClose(row(statistics.direction, l), direction, 1e-6);
    });
  });

  test('means, mean squares, z and kurtosis', () => {
    byLayer.forEach((layer, l) => {
      expectClose(row(statistics.mean, l), layer.mean, 1e-5);
      expectClose(row(statistics.square, l), layer.square, 1e-4);
      expectClose(zOfMean(Float64Array.from(layer.mean)), layer.z);
      expectClose([kurtosis(Float64Array.from(layer.square))], [layer.kurtosis]);
    });
  });

  test('differences from other states, here the same ones with their dimensions reversed', () => {
    const rows = Array.from({ length: layers * tokens }, (_, i) =>
      states.data.slice(i * dims, (i + 1) * dims),
    );
    const data = Float32Array.from(rows.flatMap((one) => [...one.reverse()]));
    const differences = new StateDifferences(layers, dims);
    differences.add(states, { ...states, data });
    const numbers = (of: StateDifference) => [of.largest, of.mean, of.cosine, of.lowestCosine];
    differences.byLayer().forEach((found, l) => {
      expectClose(numbers(found), byLayer[l] ? numbers(byLayer[l].fromReversed) : []);
    });
  });

  test('contributions to the expected cosine', () => {
    const { contribution } = statistics;
    byLayer.forEach((layer, l) => {
      expect(contribution === undefined).toBe(layer.contribution === null);
      if (contribution) expectClose(row(contribution, l), layer.contribution ?? []);
    });
  });

  test('contributions after a cut, from the columns of all pairs', () => {
    const pairs = samplePairs(Uint32Array.of(...new Set([...starts, tokens])), 1e6, seeded(1));
    const sample = cosineSample(states, pairs);
    const columns = columnsOf(states, Array(dims).keys());
    byLayer.forEach((layer, l) => {
      if (layer.contribution === null) return;
      const parts = (squares: Float64Array) => {
        const scales = pairScales(sample, squares);
        return [...columns.values()].map((column) => sampledContribution(sample, column, scales, l));
      };
      const whole = parts(sample.squares.subarray(l * sample.items, (l + 1) * sample.items));
      const left = parts(keptSquares(sample, columns, cut, l)).map((after, d) =>
        cut.includes(d) ? 0 : after,
      );
      expectClose(whole, layer.contribution, 1e-11);
      expectClose(left, layer.cutContribution ?? [], 1e-11);
    });
  });

  test('anisotropy before and after a cut, and its jackknife interval', () => {
    const numbers = [...starts.keys()].slice(1);
    const [whole, rest] = [[], cut].map((dimensions) => {
      const cosine = new GroupedCosine(layers, dims, dimensions);
      cosine.add(states, starts, numbers);
      return cosine;
    });
    const sum = (parts: readonly number[] | null) => parts?.reduce((a, b) => a + b) ?? NaN;
    byLayer.forEach((layer, l) => {
      expect(whole?.anisotropy() === undefined).toBe(layer.contribution === null);
      const interval = whole?.interval(1)?.[l];
      expect(interval === undefined).toBe(layer.interval === null);
      if (interval) expectClose([interval.low, interval.high], layer.interval ?? []);
      if (layer.contribution === null) return;
      expectClose([whole?.anisotropy()?.[l] ?? NaN], [sum(layer.contribution)]);
      expectClose([rest?.anisotropy()?.[l] ?? NaN], [sum(layer.cutContribution)]);
    });
  });

  test('histograms and their envelope', () => {
    const { histogram } = statistics;
    byLayer.forEach((layer, l) => {
      expect(histogram.width[l]).toBe(layer.histogram.width);
      const counts = [];
      for (let d = 0; d < dims; d++) {
        for (const [bin, count] of histogramOf(histogram, l, d).entries()) {
          if (count > 0) counts.push([d, bin, count]);
        }
      }
      expect(counts).toEqual(layer.histogram.counts);
      const { low, median, high } = histogramEnvelope(histogram, l, [0]);
      [low, median, high].forEach((values, i) => {
        expectClose(values, layer.histogram.envelopeWithout0[i] ?? []);
      });
    });
  });

  test('cosines and the similarity matrix, before and after a cut', () => {
    const pairs = allPairs(tokens);
    const sample = cosineSample(states, pairs);
    const columns = columnsOf(states, cut);
    byLayer.forEach((layer, l) => {
      const before = similarityMatrix(sample, columns, [], l);
      const after = similarityMatrix(sample, columns, cut, l);
      layer.pairs.forEach(([i, j], p) => {
        const [x, y] = [i, j].map((t) => row(states.data.subarray(l * tokens * dims), t));
        expectClose([cosine(x ?? [], y ?? [])], [layer.cosines[p] ?? NaN]);
        expectClose(
          [before[i * tokens + j] ?? NaN, before[j * tokens + i] ?? NaN],
          [layer.cosines[p] ?? NaN, layer.cosines[p] ?? NaN],
        );
        expectClose([after[i * tokens + j] ?? NaN], [layer.cutCosines[p] ?? NaN], 1e-11);
      });
      expect(cutCosines(sample, columns, cut, l)).toHaveLength(pairs.left.length);
    });
  });

  test('tails over all vectors', () => {
    const tails = detectTails(statistics, rule).filter((tail) => tail.scope === 'all');
    const key = (tail: { dim: number; side: string }) => `${tail.dim} ${tail.side}`;
    const plain = tails.map(({ dim, side, layers }) => ({ dim, side, layers: [...layers] }));
    const byKey = (a: { dim: number; side: string }, b: { dim: number; side: string }) =>
      key(a).localeCompare(key(b));
    expect(plain.sort(byKey)).toEqual([...c.tails].sort(byKey));
  });
});
