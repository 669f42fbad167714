import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestLeader, tailBirths, tailsOfLayer, type LayerLeaders } from './tail-birth.ts';

const RULE = { share: 0.5, z: 8, layers: 0.5 };

/** A layer whose minimum is at `dim` in a share of the vectors. */
const low = (dim: number, share: number): LayerLeaders => ({
  argmin: { dim, share },
  argmax: { dim: 200, share: 0.1 },
  z: { dim, z: -1 },
});

describe('tailBirths', () => {
  it('dates a tail to the report from which on it stays one', () => {
    const shares = [0.1, 0.6, 0.4, 0.5, 0.9];
    const reports = shares.map((share) => [low(81, 0), low(81, share), low(81, share)]);
    expect(tailBirths(reports, RULE)).toEqual([{ dim: 81, side: 'min', at: 3, layers: [undefined, 3, 3] }]);
  });

  it('counts another dimension in its place as not being one', () => {
    const reports = [81, 180, 81, 81].map((dim) => [low(1, 0), low(dim, 0.7)]);
    expect(tailBirths(reports, RULE)[0]).toMatchObject({ dim: 81, at: 2 });
  });

  it('dates each layer by itself, and the model when half of its own layers have it', () => {
    const steps = [
      [0.9, 0.9, 0.1, 0.1, 0.1],
      [0.9, 0.9, 0.1, 0.6, 0.1],
      [0.9, 0.9, 0.1, 0.6, 0.6],
    ];
    const reports = steps.map((shares) => shares.map((share) => low(81, share)));
    expect(tailBirths(reports, RULE)).toEqual([
      { dim: 81, side: 'min', at: 1, layers: [0, 0, undefined, 1, 2] },
    ]);
  });

  it('takes a mean far from the others for a tail, too, on its own side', () => {
    const far = (z: number): LayerLeaders => ({ ...low(3, 0.1), z: { dim: 99, z } });
    expect(tailBirths([[far(0), far(8.5)]], RULE)).toMatchObject([{ dim: 99, side: 'max', at: 0 }]);
    expect(tailBirths([[far(0), far(-8.5)]], RULE)).toMatchObject([{ dim: 99, side: 'min' }]);
  });

  it('says nothing of a dimension that was a tail and is none at the end', () => {
    expect(
      tailBirths(
        [
          [low(1, 0), low(81, 0.9)],
          [low(1, 0), low(81, 0.2)],
        ],
        RULE,
      ),
    ).toEqual([]);
  });

  it('finds none where nothing was reported, or not of the layers', () => {
    expect(tailBirths([], RULE)).toEqual([]);
    expect(tailBirths([[], []], RULE)).toEqual([]);
    expect(tailBirths([[undefined, undefined]], RULE)).toEqual([]);
    expect(tailBirths([[low(81, 1)]], RULE)).toEqual([]);
  });

  const layer = fc.record(
    {
      argmin: fc.record({ dim: fc.nat(3), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      argmax: fc.record({ dim: fc.nat(3), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      z: fc.record({ dim: fc.nat(3), z: fc.double({ min: -20, max: 20, noNaN: true }) }),
    },
    { requiredKeys: [] },
  );
  const run = fc.array(fc.array(fc.option(layer, { nil: undefined }), { minLength: 3, maxLength: 3 }), {
    maxLength: 12,
  });

  it('never dates a tail later than a report without it, nor earlier than it must', () => {
    fc.assert(
      fc.property(run, (reports) => {
        for (const { dim, side, at, layers } of tailBirths(reports, RULE)) {
          const passes = (report: (typeof reports)[number] | undefined): boolean =>
            [1, 2].filter((l) =>
              tailsOfLayer(report?.[l], RULE).some((tail) => tail.dim === dim && tail.side === side),
            ).length >= 1;
          expect(reports.slice(at).every(passes)).toBe(true);
          if (at > 0) expect(passes(reports[at - 1])).toBe(false);
          expect(layers.some((born) => born !== undefined)).toBe(true);
        }
      }),
    );
  });
});

describe('closestLeader', () => {
  it('names who reaches the largest part of a threshold, and in which layer of the network', () => {
    const report = [low(7, 0.49), low(5, 0.2), { ...low(6, 0.1), z: { dim: 9, z: 6 } }];
    expect(closestLeader(report, RULE)).toEqual({ dim: 9, side: 'max', layer: 2, share: undefined, z: 6 });
  });
  it('is nobody where nothing was reported', () => {
    expect(closestLeader([undefined], RULE)).toBeUndefined();
  });
});
