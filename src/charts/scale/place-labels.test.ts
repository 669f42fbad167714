import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, overlaps, placeLabels, within, type LabelWish } from './place-labels.ts';

const bounds = { x: 0, y: 0, width: 300, height: 200 };
const wishes = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 200 }),
    width: fc.integer({ min: 5, max: 80 }),
  }),
  { maxLength: 20 },
);

describe('placeLabels', () => {
  it('never lets two labels meet, nor one leave the bounds', () => {
    fc.assert(
      fc.property(wishes, (drawn) => {
        const asked: LabelWish<number>[] = drawn.map(({ x, y, width }, key) => ({
          key,
          width,
          height: 14,
          spots: [
            { x, y, anchor: 'middle' },
            { x: x + 8, y, anchor: 'start' },
            { x: x - 8, y, anchor: 'end' },
          ],
        }));
        const boxes = [...placeLabels(asked, bounds)].map(([key, spot]) =>
          boxOf(spot, asked[key]?.width ?? 0, 14),
        );
        for (const [i, box] of boxes.entries()) {
          expect(within(box, bounds)).toBe(true);
          for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
        }
      }),
    );
  });
  it('takes the first spot that is free', () => {
    const wish = (key: string): LabelWish<string> => ({
      key,
      width: 40,
      height: 14,
      spots: [
        { x: 100, y: 100, anchor: 'middle' },
        { x: 100, y: 120, anchor: 'middle' },
      ],
    });
    expect(
      [...placeLabels([wish('a'), wish('b'), wish('c')], bounds)].map(([key, { y }]) => [key, y]),
    ).toEqual([
      ['a', 100],
      ['b', 120],
    ]);
  });
  it('keeps clear of obstacles', () => {
    const spots = [{ x: 100, y: 100, anchor: 'start' }] as const;
    const wall = { x: 110, y: 0, width: 2, height: 200 };
    expect(placeLabels([{ key: 1, width: 40, height: 14, spots }], bounds, [wall]).size).toBe(0);
  });
});
