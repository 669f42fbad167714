import { describe, expect, it } from 'vitest';
import { columnDims, farthestZ, heatLayout, heatPlace, heatSteps } from './heat/heat-layout.ts';
import { lineLabels } from './lines/line-labels.ts';
import { bandLayout } from './band/band-layout.ts';
import { lifeExtent, lifeLayout } from './life/life-layout.ts';
import { linesLayout, nearestLayer } from './lines/layer-lines-layout.ts';
import { cellAt, matrixLayout } from './similarity/matrix-layout.ts';
import { scatterLayout } from './scatter/scatter-layout.ts';
import { multiplesGrid } from './spike/multiples-grid.ts';

describe('columnDims', () => {
  it('never loses the largest of the dimensions that share a px', () => {
    const z = new Float32Array(1024);
    z[500] = -13;
    expect([...columnDims(z, 0, 1024, 300)]).toContain(500);
  });
  it('repeats dimensions where there are more px than dimensions', () => {
    expect([...columnDims(new Float32Array(2), 0, 2, 4)]).toEqual([0, 0, 1, 1]);
  });
});

describe('heatPlace', () => {
  it('has zero in the middle and both ends at the largest', () => {
    expect([heatPlace(0, 14), heatPlace(14, 14), heatPlace(-20, 14)]).toEqual([0.5, 1, 0]);
  });
  it('shows a smaller value on either side alike, and more of it than its part of the whole', () => {
    expect(heatPlace(3, 14) - 0.5).toBeCloseTo(0.5 - heatPlace(-3, 14), 12);
    expect(heatPlace(3, 14)).toBeGreaterThan(0.5 + 0.5 * (3 / 14));
  });
});

describe('the end of the scale', () => {
  it.each([4, 48, 384, 1024])(
    'is what one of %i values alone among equals comes to, and none passes',
    (dims) => {
      const alone = Array.from({ length: dims }, (_, d) => (d === 1 ? -7 : 0.5));
      const mean = alone.reduce((sum, value) => sum + value, 0) / dims;
      const sd = Math.sqrt(alone.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (dims - 1));
      expect(farthestZ(dims)).toBeCloseTo((mean + 7) / sd, 9);
    },
  );
  it('is named, and what lies well within it', () => {
    expect(heatSteps(19.5)).toEqual([-19.5, -8, -3, 0, 3, 8, 19.5]);
    expect(heatSteps(6)).toEqual([-6, -3, 0, 3, 6]);
  });
});

describe('heatLayout', () => {
  it('keeps 25 layers within a screen', () => {
    const labels = Array.from({ length: 25 }, (_, i) => `layer ${i}`);
    expect(heatLayout(labels, 1024, 390).height).toBeLessThan(320);
  });
});

describe('two charts beside each other', () => {
  const life = (value: number) => [
    {
      name: '1',
      from: 1,
      steps: [
        { kind: 'a', name: 'a', value },
        { kind: 'b', name: 'b', value: 1 },
      ],
    },
  ];
  it('have lives on one scale, which holds all that either passes through', () => {
    expect(lifeExtent(life(-5))).toEqual([-4, 1]);
    expect(lifeExtent([])).toEqual([0, 0]);
    const places = [life(-5), life(2)].map((stages) => lifeLayout(stages, 400, 300, [-4, 4]).y(1));
    expect(places[0]).toBe(places[1]);
    expect(lifeLayout(life(2), 400, 300).y(1)).not.toBe(places[0]);
  });
  it('have points and lines on the same axes', () => {
    const [one, other] = [
      [1, 2],
      [0, 5],
    ];
    const [left, right] = [
      scatterLayout([one, other], [one, other], 300, 200),
      scatterLayout([other, one], [other, one], 300, 200),
    ];
    expect([left.x(2), left.y(2)]).toEqual([right.x(2), right.y(2)]);
    expect(bandLayout([one, undefined, other], 2, 300, 200).y(2)).toBe(
      bandLayout([other, undefined, one], 2, 300, 200).y(2),
    );
  });
});

describe('multiplesGrid', () => {
  it.each([
    [5, 390],
    [7, 700],
    [13, 390],
    [25, 1000],
  ])('lays %i layers within %i px', (layers, width) => {
    const grid = multiplesGrid(layers, width);
    expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(layers);
    expect(grid.columns * grid.width + (grid.columns - 1) * grid.gap).toBeCloseTo(width, 6);
    expect(grid.width).toBeGreaterThanOrEqual(60);
  });
});

describe('matrixLayout', () => {
  it.each([1, 8, 25, 80])('fits %i items and their slanted labels into 324 px', (n) => {
    const layout = matrixLayout(
      Array.from({ length: n }, () => 'interesting'),
      324,
    );
    const lean = layout.labels === undefined ? 0 : 30;
    expect(layout.left + layout.size + lean).toBeLessThanOrEqual(324 + layout.cell);
  });
  it('finds the pair under a point, and none on the diagonal', () => {
    const layout = matrixLayout(['a', 'b', 'c'], 324);
    const middle = (i: number): number => (i + 0.5) * layout.cell;
    expect(cellAt(layout, 3, layout.left + middle(2), layout.top + middle(0))).toEqual([0, 2]);
    expect(cellAt(layout, 3, layout.left + middle(1), layout.top + middle(1))).toBeUndefined();
    expect(cellAt(layout, 3, layout.left - 1, layout.top + middle(1))).toBeUndefined();
  });
});

describe('lineLabels', () => {
  const before = { name: 'whole', values: [0.1, 0.17, 0.21, 0.22, 0.24, 0.27, 0.07] };
  const after = { name: '223 cut', values: [0.1, 0.16, 0.16, 0.17, 0.18, 0.16, 0.07] };
  const layout = linesLayout([before.values, after.values], 7, 324, 230);
  const format = (value: number): string => value.toFixed(2);
  it('keeps both names within the drawing at every layer', () => {
    for (let layer = 0; layer < 7; layer++) {
      const labels = lineLabels({ before, after, control: undefined }, layer, layout, format);
      expect(labels.map((label) => label.line)).toEqual(['before', 'after']);
      for (const label of labels) expect(label.x).toBeLessThanOrEqual(layout.right + 16);
    }
  });
  it('writes the higher line above and the lower one below', () => {
    const [high, low] = lineLabels({ before, after, control: undefined }, 5, layout, format);
    expect(high?.y).toBeLessThan(layout.y(0.27));
    expect(low?.y).toBeGreaterThan(layout.y(0.16));
  });
  it('says nothing of a layer without values', () => {
    expect(
      lineLabels(
        { before: { name: 'x', values: [NaN] }, after: undefined, control: undefined },
        0,
        layout,
        format,
      ),
    ).toEqual([]);
  });
});

describe('linesLayout', () => {
  it('ends the axis at what a measure cannot be above, unless a value is', () => {
    const top = (most?: number) => linesLayout([[0.2, 0.97]], 2, 300, 200, most);
    const above = (layout: ReturnType<typeof top>) => layout.y(1) - layout.top;
    expect(above(top())).toBeGreaterThan(10);
    expect(above(top(1))).toBeCloseTo(0, 9);
    expect(above(top(0.5))).toBe(above(top()));
  });
});

describe('nearestLayer', () => {
  it('holds a point outside the axis to the first and last layer', () => {
    const layout = linesLayout([[0, 1, 2]], 3, 300, 200);
    expect([-50, 150, 900].map((x) => nearestLayer(layout, 3, x))).toEqual([0, 1, 2]);
  });
});
