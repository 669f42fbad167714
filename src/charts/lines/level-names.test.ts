import { describe, expect, it } from 'vitest';
import { boxOf, overlaps } from '../scale/place-labels.ts';
import { textWidth } from '../scale/text-width.ts';
import { linesLayout } from './layer-lines-layout.ts';
import { levelNames } from './level-names.ts';
import { labelWidth, LINE, type LineLabel } from './line-labels.ts';

describe('the name of a level', () => {
  const layout = linesLayout([[0, 100]], 5, 400, 240);
  const flat = (value: number) => [value, value, value, value, value];
  const place = (lines: readonly number[][], labels: readonly LineLabel[] = [], level = 50) => {
    const [spot] = levelNames([{ text: 'chance 50.00', value: level }], layout, { lines, labels });
    return { side: (spot?.y ?? NaN) < layout.y(level) ? 'above' : 'below', anchor: spot?.anchor };
  };

  it('stands above it at its start where nothing is in the way', () => {
    expect(place([])).toEqual({ side: 'above', anchor: 'start' });
    expect(place([flat(90), flat(10)])).toEqual({ side: 'above', anchor: 'start' });
  });

  it('goes below it where a line runs just above, and stays where one runs just below', () => {
    expect(place([flat(54)])).toEqual({ side: 'below', anchor: 'start' });
    expect(place([flat(46)])).toEqual({ side: 'above', anchor: 'start' });
  });

  it('goes to its end where a label is written at its start', () => {
    const label = {
      line: 'after',
      text: '180 cut .65',
      x: 50,
      y: layout.y(50) - 4,
      anchor: 'start',
    } as const;
    expect(place([], [label])).toEqual({ side: 'above', anchor: 'end' });
  });

  it('goes a line further off where a label across the middle leaves no room beside the line', () => {
    const middle = { line: 'after', text: '180 cut .5500', x: layout.x(2), anchor: 'middle' } as const;
    const labels = [
      { ...middle, y: layout.y(50) - 4 },
      { ...middle, y: layout.y(50) + 13 },
    ];
    const text = 'always the most frequent label .5000';
    const [spot] = levelNames([{ text, value: 50 }], layout, { lines: [], labels });
    const written = labels.map((label) => boxOf(label, labelWidth(label.text), LINE));
    const own = spot && boxOf(spot, textWidth(text, 11), 13);
    expect(own && written.filter((other) => overlaps(own, other))).toEqual([]);
  });

  it('keeps clear of the names of other levels, and of the axis', () => {
    const two = [50, 51].map((value) => ({ text: `chance ${value}`, value }));
    const [first, second] = levelNames(two, layout, { lines: [], labels: [] });
    expect(second).not.toMatchObject({
      anchor: first?.anchor,
      y: expect.closeTo(first?.y ?? 0, -1) as number,
    });
    expect(place([flat(5)], [], 0)).toMatchObject({ side: 'above' });
  });
});
