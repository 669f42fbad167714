import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { haveRealData, realExport } from '../../scripts/real-input.ts';
import { measureReal } from './testing/measure-real.ts';

/** Exact figures, given to three digits, computed in float32 by another runtime. */
const COSINE = 0.002;
const SHARE = 0.002;
const Z = 0.05;
/** Of a quantized network, given to two digits. */
const ROUNDED_SHARE = 0.015;

const SST2 = 'sst2/train-10k.tsv';

const data = v.object({ sentences: v.number(), tokens: v.number() });
const share = v.object({ dim: v.number(), share: v.number() });
const z = v.object({ dim: v.number(), z: v.number(), mean: v.number() });
const layerTails = v.object({ argmin: v.array(share), argmax: v.array(share), z: v.array(z) });
const tailsReport = v.object({
  data,
  layers: v.array(layerTails),
  tails: v.array(v.object({ dim: v.number(), side: v.string() })),
});
const anisotropyReport = v.object({
  data,
  layers: v.array(v.object({ before: v.number(), after: v.number() })),
});

// the figures below come from PyTorch on the same files, given to three digits
describe.skipIf(!haveRealData)('tails of all-MiniLM-L6-v2 on SST-2, specials included', () => {
  let report: v.InferOutput<typeof tailsReport>;
  beforeAll(() => {
    report = v.parse(tailsReport, measureReal('tails', SST2, '--specials', 'include'));
  });
  const of223 = (layer: number) => report.layers[layer]?.argmin.find(({ dim }) => dim === 223)?.share;

  it('measures every token of 10,000 sentences', () => {
    expect(report.data).toMatchObject({ sentences: 10_000, tokens: 134_276 });
  });

  it.each([
    [1, 0.129],
    [2, 0.508],
    [3, 0.646],
    [4, 0.686],
    [5, 0.736],
  ])('dimension 223 is the minimum at layer %i in a share of %f', (layer, expected) => {
    expect(Math.abs((of223(layer) ?? NaN) - expected)).toBeLessThanOrEqual(SHARE);
  });

  it.each([0, 6])('at layer %i, where it has no tail, 223 is none of the most frequent minima', (layer) => {
    expect(report.layers[layer]?.argmin.length).toBeGreaterThan(0);
    expect(of223(layer)).toBeUndefined();
  });

  it.each([
    [2, -10.81],
    [3, -11.81],
    [4, -12.21],
    [5, -13.89],
  ])('the mean of 223 at layer %i stands %f standard deviations out', (layer, expected) => {
    const found = report.layers[layer]?.z.find(({ dim }) => dim === 223)?.z ?? NaN;
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(Z);
  });

  it.each([
    [0, 63, 0.372],
    [1, 157, 0.287],
    [2, 157, 0.261],
    [3, 157, 0.23],
    [4, 363, 0.231],
    [5, 127, 0.244],
    [6, 99, 0.074],
  ])('at layer %i the most frequent maximum is %i, in a share of %f', (layer, dim, expected) => {
    const [most] = report.layers[layer]?.argmax ?? [];
    expect(most?.dim).toBe(dim);
    expect(Math.abs((most?.share ?? NaN) - expected)).toBeLessThanOrEqual(SHARE);
  });

  it('223 is a tail of the model, on the side of the minimum', () => {
    expect(report.tails).toContainEqual(expect.objectContaining({ dim: 223, side: 'min' }));
  });
});

// the figures below are those of docs/onnx-exports.md: what the runtime makes of a quantized network depends on the batch
describe.skipIf(!haveRealData)('tails of the int8 export of all-MiniLM-L6-v2 on SST-2', () => {
  let report: v.InferOutput<typeof tailsReport>;
  beforeAll(() => {
    const flags = ['--weights', realExport(), '--specials', 'include'];
    report = v.parse(tailsReport, measureReal('tails', SST2, ...flags));
  });

  it('are of every token of the same sentences', () => {
    expect(report.data).toMatchObject({ sentences: 10_000, tokens: 134_276 });
  });

  it.each([
    [2, 0.51],
    [3, 0.65],
    [4, 0.65],
    [5, 0.71],
  ])('dimension 223 is the minimum at layer %i in a share of %f', (layer, expected) => {
    const found = report.layers[layer]?.argmin.find(({ dim }) => dim === 223)?.share;
    expect(Math.abs((found ?? NaN) - expected)).toBeLessThanOrEqual(ROUNDED_SHARE);
  });

  it('223 is a tail of the model, on the side of the minimum', () => {
    expect(report.tails).toContainEqual(expect.objectContaining({ dim: 223, side: 'min' }));
  });
});

describe.skipIf(!haveRealData)(
  'anisotropy of all-MiniLM-L6-v2 on SST-2 with 223 cut, specials excluded',
  () => {
    let report: v.InferOutput<typeof anisotropyReport>;
    beforeAll(() => {
      report = v.parse(
        anisotropyReport,
        measureReal('anisotropy', SST2, '--cut', '223', '--specials', 'exclude'),
      );
    });

    it('measures every token but the specials', () => {
      expect(report.data).toMatchObject({ sentences: 10_000, tokens: 114_276 });
    });

    it.each([
      [0, 0.043, 0.043],
      [1, 0.131, 0.124],
      [2, 0.157, 0.123],
      [3, 0.178, 0.129],
      [4, 0.21, 0.146],
      [5, 0.231, 0.149],
      [6, 0.066, 0.066],
    ])('layer %i falls from %f to %f', (layer, before, after) => {
      const found = report.layers[layer];
      expect(Math.abs((found?.before ?? NaN) - before)).toBeLessThanOrEqual(COSINE);
      expect(Math.abs((found?.after ?? NaN) - after)).toBeLessThanOrEqual(COSINE);
    });
  },
);

const selfSimilarityReport = v.object({
  eligible: v.number(),
  layers: v.array(
    v.object({
      before: v.number(),
      after: v.number(),
      adjustedBefore: v.number(),
      adjustedAfter: v.number(),
    }),
  ),
});

describe.skipIf(!haveRealData)('self-similarity of all-MiniLM-L6-v2 on SST-2 with 223 cut', () => {
  let report: v.InferOutput<typeof selfSimilarityReport>;
  beforeAll(() => {
    report = v.parse(selfSimilarityReport, measureReal('self-similarity', SST2, '--cut', '223'));
  });

  it('finds 1,129 words in ten sentences or more', () => {
    expect(report.eligible).toBe(1129);
  });

  // of all 1,129; 1,000 of them are drawn, whose mean has a standard deviation of about .001
  it.each([
    [0, 0.947, 0.947, 0.886, 0.886],
    [1, 0.897, 0.896, 0.771, 0.778],
    [2, 0.848, 0.844, 0.699, 0.731],
    [3, 0.822, 0.813, 0.653, 0.693],
    [4, 0.818, 0.807, 0.619, 0.672],
    [5, 0.835, 0.824, 0.608, 0.685],
    [6, 0.724, 0.724, 0.652, 0.652],
  ])('layer %i: %f falls to %f, less the anisotropy %f rises to %f', (layer, ...expected) => {
    const { before, after, adjustedBefore, adjustedAfter } = report.layers[layer] ?? {};
    [before, after, adjustedBefore, adjustedAfter].forEach((found, i) => {
      expect(Math.abs((found ?? NaN) - (expected[i] ?? NaN))).toBeLessThanOrEqual(0.0035);
    });
  });
});
