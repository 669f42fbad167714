import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extremesAfterCut } from './extremes-after-cut.ts';
import { TokenStatistics } from './token-statistics.ts';

const DIMS = 6;
// few different values, so that ties are common
const vector = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: DIMS, maxLength: DIMS });

/** Minimum among the dimensions left, the first on ties, or -1 where the two smallest of all are cut. */
function minimumLeft(values: readonly number[], cut: ReadonlySet<number>): number {
  const order = values.map((_, d) => d).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  return order.slice(0, 2).every((d) => cut.has(d)) ? -1 : (order.find((d) => !cut.has(d)) ?? -1);
}

test('counts are those of the vectors without the cut dimensions', () => {
  fc.assert(
    fc.property(
      fc.array(vector, { minLength: 1, maxLength: 20 }),
      fc.uniqueArray(fc.nat(DIMS - 1), { maxLength: 3 }),
      (vectors, dims) => {
        const cut = new Set(dims);
        const statistics = new TokenStatistics(1, DIMS);
        statistics.add(
          { layers: 1, tokens: vectors.length, dims: DIMS, data: Float32Array.from(vectors.flat()) },
          new Uint8Array(vectors.length),
          Uint32Array.of(0, vectors.length),
        );
        const expected = new Uint32Array(DIMS);
        let beyond = 0;
        for (const values of vectors) {
          const least = minimumLeft(values, cut);
          if (least < 0) beyond++;
          else expected[least] = (expected[least] ?? 0) + 1;
        }
        const counts = statistics.minima.subarray(0, DIMS);
        expect(extremesAfterCut(counts, statistics.nextMinima, 0, cut)).toEqual({ counts: expected, beyond });
      },
    ),
  );
});
