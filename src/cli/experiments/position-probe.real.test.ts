import * as v from 'valibot';
import { beforeAll, describe, it } from 'vitest';
import { haveRealData } from '../../../scripts/real-input.ts';
import { measureReal } from '../testing/measure-real.ts';
import { expectNear } from '../testing/near.ts';

const report = v.object({
  layers: v.array(
    v.object({
      accuracy: v.number(),
    }),
  ),
});

// of one training each, by another runtime from other initial weights: a point
describe.skipIf(!haveRealData)('positions told from all-MiniLM-L6-v2 on 6,000 sentences of SST-2', () => {
  let found: v.InferOutput<typeof report>;
  beforeAll(() => {
    const flags = ['--dims', '223', '--limit', '6000', '--specials', 'include'];
    found = v.parse(report, measureReal('position-probe', 'sst2/train-10k.tsv', ...flags));
  });

  it('are told as well as with PyTorch in every layer', () => {
    expectNear(
      found.layers.map(({ accuracy }) => accuracy),
      [0.9969, 0.9969, 0.9896, 0.952, 0.8791, 0.5904, 0.4535],
      0.01,
    );
  });

  // known with PyTorch, of one training: .73 1.15 2.13 2.47 2.97 6.54 0. Of one of ours layer 1 is .22 away from it: how far
  // two trainings from other initial weights are apart has to be known before a tolerance can be
  it.todo('owe to 223 what they owe to it with PyTorch, as far as two trainings do');
});
