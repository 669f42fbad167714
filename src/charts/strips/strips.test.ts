import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaPath, linePath, runFrom, runLabel, stripRuns } from './strip-runs.ts';
import { stripAt, stripsLayout } from './strips-layout.ts';

const asIs = ({ x, y }: { x: number; y: number }) => [x, y] as const;

describe('stripRuns', () => {
  it('parts a curve halfway between two points of different dimensions', () => {
    const runs = stripRuns(
      [
        { x: 0, y: 0, dim: 3 },
        { x: 10, y: 4, dim: 81 },
        { x: 20, y: 8, dim: 81 },
      ],
      asIs,
    );
    expect(runs.map(({ dim }) => dim)).toEqual([3, 81]);
    expect(runs.map(linePath)).toEqual(['M0,0L5,2', 'M5,2L10,4L20,8']);
    expect(areaPath(runs[1] ?? { dim: 0, line: [] }, 9)).toBe('M5,2L10,4L20,8L20,9L5,9z');
  });
  it('joins without a gap from the first point to the last, whoever holds them', () => {
    const point = fc.record({
      dy: fc.integer({ min: 0, max: 9 }),
      dim: fc.option(fc.nat(2), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1 }), (steps) => {
        const points = steps.map(({ dy, dim }, i) => ({ x: i, y: dy, dim }));
        const runs = stripRuns(points, asIs);
        for (let i = 1; i < runs.length; i++) {
          expect(runs[i]?.line[0]).toEqual(runs[i - 1]?.line.at(-1));
          expect(runs[i]?.dim).not.toBe(runs[i - 1]?.dim);
        }
        expect(runs[0]?.line[0]).toEqual([0, points[0]?.y]);
        expect(runs.at(-1)?.line.at(-1)).toEqual([points.length - 1, points.at(-1)?.y]);
      }),
    );
  });
});

describe('runFrom', () => {
  const run = {
    dim: 81,
    line: [
      [0, 10],
      [10, 20],
      [20, 0],
    ] as const,
  };
  it('is the part of a run to the right of a place', () => {
    expect(runFrom(run, 5).line).toEqual([
      [5, 15],
      [10, 20],
      [20, 0],
    ]);
  });
  it('is all of a run that the place is not in', () => {
    for (const x of [-1, 0, 20, 30]) expect(runFrom(run, x)).toBe(run);
  });
});

describe('runLabel', () => {
  const box = { x: 0, y: 0, width: 200, height: 60 };
  const flat = (y: number) => ({
    dim: 81,
    line: [
      [20, y],
      [180, y],
    ] as const,
  });
  it('stands over a low line and under a high one', () => {
    expect(runLabel(flat(50), '81', 12, box)?.y).toBeLessThan(50);
    expect(runLabel(flat(8), '81', 12, box)?.y).toBeGreaterThan(8 + 10);
  });
  it('takes the side that is wished where both have room', () => {
    expect(runLabel(flat(30), '81', 12, box)?.y).toBeLessThan(30);
    expect(runLabel(flat(30), '81', 12, box, 'under')?.y).toBeGreaterThan(30);
  });
  it('is left out of a run that is narrower than it', () => {
    expect(
      runLabel(
        {
          dim: 81,
          line: [
            [20, 30],
            [30, 30],
          ],
        },
        '81',
        12,
        box,
      ),
    ).toBeUndefined();
  });
  it('clears the line over its whole width', () => {
    const steep = {
      dim: 81,
      line: [
        [0, 58],
        [100, 20],
        [200, 58],
      ] as const,
    };
    expect(runLabel(steep, '81', 12, box)?.y).toBeLessThanOrEqual(15);
  });
});

describe('stripsLayout', () => {
  it.each([
    [5, 2, 1392],
    [5, 2, 976],
    [5, 1, 366],
    [9, 2, 296],
    [13, 3, 1392],
  ])('lays %i groups of %i curves within %i px', (groups, strips, width) => {
    const layout = stripsLayout(groups, strips, width);
    const last = layout.columns - 1;
    expect(layout.left(last) + layout.width).toBeLessThanOrEqual(width + 1e-6);
    expect(layout.axisTop(groups - 1) + 20).toBeLessThanOrEqual(layout.height);
    expect(layout.columns * layout.rows).toBeGreaterThanOrEqual(groups);
  });
  it('has five layers beside each other from 976 px on, and below each other on a phone', () => {
    expect([976, 366].map((width) => stripsLayout(5, 2, width).columns)).toEqual([5, 1]);
  });
  it('finds the curve under a point, and the nearest one beside them', () => {
    const layout = stripsLayout(5, 2, 976);
    const inside = (group: number, strip: number) =>
      stripAt(layout, 5, 2, layout.left(group) + 5, layout.stripTop(group, strip) + 5);
    expect(inside(0, 0)).toEqual({ group: 0, strip: 0 });
    expect(inside(4, 1)).toEqual({ group: 4, strip: 1 });
    expect(stripAt(layout, 5, 2, 0, 9999)).toEqual({ group: 0, strip: 1 });
  });
});
