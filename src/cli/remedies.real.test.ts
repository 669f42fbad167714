import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { haveRealData } from '../../scripts/real-input.ts';
import { measureReal } from './testing/measure-real.ts';
import { expectNear } from './testing/near.ts';

const layers = v.object({ layers: v.array(v.object({ after: v.number() })) });
const control = v.object({
  control: v.object({
    draws: v.array(v.array(v.number())),
    layers: v.array(v.object({ after: v.object({ mean: v.number(), low: v.number(), high: v.number() }) })),
  }),
});

describe.skipIf(!haveRealData)('the remedies, on SST-2 of all-MiniLM-L6-v2', () => {
  it.each([
    ['center', 0.005, 0.01],
    ['standardize', 0.006, 0.01],
    ['top:1', 0.006, 0.011],
    ['whiten', 0.002, 0.003],
  ])('%s leaves as much anisotropy as with PyTorch and NumPy', (remedy, least, most) => {
    const args = ['--specials', 'exclude', '--limit', '500', '--remedy', remedy];
    const report = v.parse(layers, measureReal('anisotropy', 'sst2/train-10k.tsv', ...args));
    // the reference is of all 10,000 sentences, and names the range over layers
    for (const { after } of report.layers.slice(0, -1)) {
      expect(after).toBeGreaterThan(least - 0.002);
      expect(after).toBeLessThan(most + 0.002);
    }
  });

  it('cutting random dimensions changes the anisotropy by less than a thousandth or so', () => {
    const args = ['--specials', 'exclude', '--limit', '60', '--cut', '223', '--control'];
    const raw = measureReal('anisotropy', 'sst2/train-10k.tsv', ...args);
    const { control: found } = v.parse(control, raw);
    const { layers: before } = v.parse(v.object({ layers: v.array(v.object({ before: v.number() })) }), raw);
    expect(found.draws).toHaveLength(20);
    expect(found.draws.flat()).not.toContain(223);
    expectNear(
      found.layers.map(({ after }) => after.mean),
      before.map((layer) => layer.before),
      0.001,
    );
  });
});
