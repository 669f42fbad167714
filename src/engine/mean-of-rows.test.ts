import { expect, test } from 'vitest';
import { seeded } from '../core/random.ts';
import { meanOfRows } from './mean-of-rows.ts';

const [layers, tokens, dims] = [2, 9, 5];
const random = seeded(3);
const data = Float32Array.from({ length: layers * tokens * dims }, () => random() - 0.5);

test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  'the mean of %i rows is their sum, row after row, divided once',
  (count) => {
    const rows = [8, 2, 5, 0, 7, 1, 3].slice(0, count);
    const expected = Array.from({ length: dims }, (_, d) => {
      const sum = rows.reduce((total, row) => total + (data[(tokens + row) * dims + d] ?? NaN), 0);
      return count > 1 ? sum / count : sum;
    });
    const mean = meanOfRows({ layers, tokens, dims, data }, 1, rows, new Float64Array(dims).fill(NaN));
    expect(Array.from(mean)).toEqual(expected);
  },
);
