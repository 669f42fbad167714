import { expect, it } from 'vitest';
import { boxOf, overlaps } from '../scale/place-labels.ts';
import { textWidth } from '../scale/text-width.ts';
import { placeBirths } from './place-births.ts';

const plot = { x: 30, y: 100, width: 160, height: 60 };
const birth = (dim: number, x: number) => ({ dim, side: 'min', x, text: '1.2 M' }) as const;

it('writes the time before a birth’s line, or after it at the very beginning', () => {
  const [late, early] = placeBirths([birth(1, 150), birth(2, 34)], plot);
  expect(late?.label).toMatchObject({ x: 146, anchor: 'end' });
  expect(early?.label).toMatchObject({ x: 38, anchor: 'start' });
});

it('writes no time over another, and stacks the marks of births at the same time', () => {
  const placed = placeBirths([birth(1, 100), birth(2, 100), birth(3, 104), birth(4, 160)], plot);
  const boxes = placed.flatMap(({ label, text }) => (label ? [boxOf(label, textWidth(text, 11), 11)] : []));
  expect(boxes).toHaveLength(4);
  for (const [i, box] of boxes.entries())
    for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
  expect(placed.map(({ stacked }) => stacked)).toEqual([0, 1, 2, 0]);
});

it('writes a time clear of the curve where there is room, and over it rather than nowhere', () => {
  const high = { x: 30, y: 100, width: 160, height: 30 };
  const [beside] = placeBirths([birth(1, 150)], plot, [], [high]);
  expect(beside?.label?.y).toBeGreaterThan(130);
  const [over] = placeBirths([birth(1, 150)], plot, [], [plot]);
  expect(over?.label).toMatchObject({ x: 146, anchor: 'end' });
});
