import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { Algebra, type Matrix } from './algebra.ts';
import { nodeRuntime } from './node/node-runtime.ts';

const algebra = new Algebra(nodeRuntime(1));
afterAll(() => algebra.release());

const at = ({ data, columns }: Matrix, row: number, column: number): number =>
  data[row * columns + column] ?? NaN;
const matrix = (columns: number): fc.Arbitrary<Matrix> =>
  fc
    .integer({ min: 1, max: 9 })
    .chain((rows) =>
      fc.array(fc.integer({ min: -20, max: 20 }), { minLength: rows * columns, maxLength: rows * columns }),
    )
    .map((values) => ({
      rows: values.length / columns,
      columns,
      data: Float32Array.from(values, (value) => value / 4),
    }));

it('multiplies every row of one matrix with every row of another', async () => {
  const both = fc.integer({ min: 1, max: 8 }).chain((columns) => fc.tuple(matrix(columns), matrix(columns)));
  await fc.assert(
    fc.asyncProperty(both, async ([left, right]) => {
      const product = await algebra.product(left, right);
      const plain = Array.from({ length: left.rows * right.rows }, (_, i) => {
        const [l, r] = [Math.floor(i / right.rows), i % right.rows];
        return Array.from({ length: left.columns }, (_, k) => at(left, l, k) * at(right, r, k)).reduce(
          (a, b) => a + b,
          0,
        );
      });
      expect([...product]).toEqual(plain);
    }),
  );
});

it('multiplies columns with each other to the digits of float64', async () => {
  const data = Float32Array.of(1e4, 1e-4, 1e4, -1e-4);
  const gram = await algebra.gram({ rows: 2, columns: 2, data });
  const [a, b] = [1e4, Math.fround(1e-4)];
  expect([...gram]).toEqual([2 * a * a, 0, 0, 2 * b * b]);
  // what float32 would round away
  const one = await algebra.gram({ rows: 2, columns: 1, data: Float32Array.of(1e4, 1) });
  expect(one[0]).toBe(100_000_001);
});

it('works again after it was released', async () => {
  await algebra.release();
  const one = { rows: 1, columns: 1, data: Float32Array.of(3) };
  expect([...(await algebra.product(one, one))]).toEqual([9]);
});

it('says that the runtime failed, and how', async () => {
  const left = { rows: 1, columns: 2, data: Float32Array.of(1, 2) };
  const right = { rows: 1, columns: 1, data: Float32Array.of(1) };
  await expect(algebra.product(left, right)).rejects.toMatchObject({ code: 'run' });
});
