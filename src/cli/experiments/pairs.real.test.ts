import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { haveRealData } from '../../../scripts/real-input.ts';
import { measureReal } from '../testing/measure-real.ts';
import { expectNear } from '../testing/near.ts';

const ACCURACY = 0.002;
const SPEARMAN = 0.05;

const condition = v.object({ accuracy: v.number(), threshold: v.number(), auc: v.number() });
const cell = v.object({ layer: v.number(), threshold: v.number(), accuracy: v.number() });
const wicReport = v.object({
  pairs: v.number(),
  missing: v.array(v.unknown()),
  layers: v.array(v.object({ before: condition, after: condition })),
  best: v.object({ before: cell, after: cell }),
});

describe.skipIf(!haveRealData)('Word in Context, development, of all-MiniLM-L6-v2 with 223 cut', () => {
  it('is as PyTorch has it', () => {
    const report = v.parse(wicReport, measureReal('wic', 'wic/dev.data.txt', '--cut', '223'));
    expect(report.pairs).toBe(638);
    expect(report.missing).toEqual([]);
    const { before, after } = report.best;
    expect(before).toMatchObject({ layer: 3, threshold: 0.9 });
    expectNear([before.accuracy, after.accuracy], [0.5768, 0.5799], ACCURACY);
    expect(after.threshold).toBe(0.9);
    expectNear(
      [4, 5].map((l) => report.layers[l]?.after.accuracy),
      [0.5799, 0.5799],
      ACCURACY,
    );
    const auc = [0.55, 0.574, 0.594, 0.606, 0.608, 0.606, 0.608];
    expectNear(
      report.layers.map((layer) => layer.before.auc),
      auc,
      ACCURACY,
    );
    expectNear(
      report.layers.map((layer) => layer.after.auc - layer.before.auc),
      auc.map(() => 0),
      0.0017 + ACCURACY,
    );
  });
});

const stsReport = v.object({
  pairs: v.number(),
  layers: v.array(v.object({ before: v.number(), after: v.number() })),
});

describe.skipIf(!haveRealData)('the STS Benchmark, development, of all-MiniLM-L6-v2 with 223 cut', () => {
  const measure = (specials: string) =>
    v.parse(stsReport, measureReal('sts', 'stsb/sts-dev.csv', '--cut', '223', '--specials', specials));

  it.each([
    [
      'include',
      [66.86, 67.12, 64.71, 63.03, 66.84, 76.25, 86.72],
      [67.0, 67.62, 64.59, 60.29, 64.05, 76.06, 86.72],
    ],
    [
      'exclude',
      [68.54, 68.08, 65.8, 64.4, 68.7, 77.93, 86.74],
      [68.64, 68.43, 65.61, 61.98, 66.15, 77.65, 86.74],
    ],
  ])('is as PyTorch has it, specials %sd', (specials, before, after) => {
    const report = measure(specials);
    expect(report.pairs).toBe(1500);
    expectNear(
      report.layers.map((layer) => layer.before),
      before,
      SPEARMAN,
    );
    expectNear(
      report.layers.map((layer) => layer.after),
      after,
      SPEARMAN,
    );
  });
});
