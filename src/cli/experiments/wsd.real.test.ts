import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { haveRealData, realData } from '../../../scripts/real-input.ts';
import { measureReal } from '../testing/measure-real.ts';
import { expectNear } from '../testing/near.ts';

/** x 100 */
const ACCURACY = 0.2;

const accuracy = v.object({ macro: v.number(), micro: v.number() });
const report = v.object({
  layers: v.array(v.object({ before: accuracy, after: accuracy })),
  majority: accuracy,
  words: v.array(v.object({ labelled: v.number(), items: v.number() })),
});

describe.skipIf(!haveRealData)('CoarseWSD-20, balanced, of all-MiniLM-L6-v2 with 223 cut', () => {
  let found: v.InferOutput<typeof report>;
  beforeAll(() => {
    found = v.parse(report, measureReal('wsd', 'coarsewsd20', '--cut', '223'));
  });

  it('has 20 words, 8,737 labelled and 10,196 to be told', () => {
    const sum = (key: 'labelled' | 'items') => found.words.reduce((total, word) => total + word[key], 0);
    expect([found.words.length, sum('labelled'), sum('items')]).toEqual([20, 8737, 10_196]);
    expectNear([found.majority.macro], [66.48], 0.005);
  });

  it('is told as with PyTorch', () => {
    const of = (when: 'before' | 'after', key: 'macro' | 'micro') =>
      found.layers.map((layer) => layer[when][key]);
    expectNear(of('before', 'macro'), [42.11, 71.1, 75.98, 80.3, 82.2, 81.84, 87.02], ACCURACY);
    expectNear(of('after', 'macro'), [42.13, 71.24, 76.13, 80.35, 82.05, 81.7, 87.02], ACCURACY);
    expectNear(of('before', 'micro'), [49.6, 83.8, 86.1, 87.8, 88.4, 88.5, 91.6], ACCURACY);
  });

  it('is told as with PyTorch and NumPy where vectors are whitened by SST-2', () => {
    const fit = ['--remedy-data', realData('sst2/train-10k.tsv')];
    const whitened = v.parse(report, measureReal('wsd', 'coarsewsd20', '--remedy', 'whiten', ...fit));
    const macro = whitened.layers.map(({ after }) => after.macro);
    expectNear(macro, [42.89, 81.09, 81.87, 83.01, 85, 84.34, 86.86], ACCURACY);
  });
});
