import { describe, expect, it } from 'vitest';
import { boxOf, overlaps } from '../scale/place-labels.ts';
import { cutLabels } from './cut-labels.ts';
import { nearestDim } from './nearest-dim.ts';
import { spikeLabels } from './spike-labels.ts';
import { spikeLayout } from './spike-layout.ts';
import { spikePath } from './spike-path.ts';
import { spikeTable } from './spike-table.ts';
import { spreadOf } from './spread-of.ts';
import { traceBoxes } from './trace-boxes.ts';

/** A vector with little waves and some spikes. */
function spiky(dims: number, spikes: Readonly<Record<number, number>>): Float32Array {
  return Float32Array.from({ length: dims }, (_, i) => spikes[i] ?? 0.2 * Math.sin(i * 1.7));
}

describe('spreadOf', () => {
  it('gives mean, deviation with n - 1 and range', () => {
    expect(spreadOf([1, 2, 3])).toEqual({ mean: 2, sd: 1, low: 1, high: 3 });
  });
  it('is 0 for no numbers', () => {
    expect(spreadOf([])).toEqual({ mean: 0, sd: 0, low: 0, high: 0 });
  });
});

describe('spikePath', () => {
  const y = (value: number): number => 100 - value;
  it('goes through every value, and through 0 where a mark of its own stands', () => {
    expect(spikePath([1, -2, 3], 10, 5, y)).toBe('M10,99L15,102L20,97');
    expect(spikePath([1, -2, 3], 10, 5, y, new Set([1]))).toBe('M10,99L15,100L20,97');
  });
  it('keeps the extremes where several dimensions share a px', () => {
    const path = spikePath(spiky(1024, { 500: -40 }), 0, 0.2, y);
    expect(path).toContain(',140');
    expect(path.split('L').length).toBeLessThan(700);
  });
});

describe('nearestDim', () => {
  const values = spiky(384, { 223: -3.3 });
  const layout = spikeLayout(values, 700, 290);
  it('catches a spike from the side at the height of its tip', () => {
    const x = layout.x(223) + 5;
    expect(nearestDim(values, layout.left, layout.step, layout.y, x, layout.y(-3))).toBe(223);
  });
  it('reaches every dimension near the zero line', () => {
    for (const dim of [0, 222, 224, 383]) {
      expect(nearestDim(values, layout.left, layout.step, layout.y, layout.x(dim), layout.y(0))).toBe(dim);
    }
  });
});

describe('spikeLabels', () => {
  const values = spiky(384, { 223: -3.3, 225: -2.9, 157: 1.3, 319: -1.1, 338: -1.3, 340: -1.2 });
  const tails = [
    { dim: 223, side: 'min' },
    { dim: 225, side: 'min' },
  ] as const;
  it.each([340, 390, 700, 1400])('labels every tail and lets no labels meet at %i px', (width) => {
    const labels = spikeLabels(values, tails, spikeLayout(values, width, 290));
    expect(labels.filter((label) => label.tail).map((label) => label.dim)).toEqual([223, 225]);
    const boxes = labels.map(({ dim, spot, lines }) =>
      boxOf(spot, 8 * String(dim).length + 5.5 * Math.max(0, ...lines.map((line) => line.length)), 13),
    );
    for (const [i, box] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
    }
  });
  it('says the mean and how far it lies from the rest', () => {
    const [first] = spikeLabels(values, tails, spikeLayout(values, 900, 290));
    expect(first?.lines.join(' ')).toMatch(/^mean −3\.30,? \d+ sd below the rest$/);
  });
  it('tells of a dimension that is a tail twice what it is first', () => {
    const twice = [
      ...tails,
      { dim: 223, side: 'max', faint: true, label: 'maximum of 100 % of [CLS]' },
    ] as const;
    const labels = spikeLabels(values, twice, spikeLayout(values, 900, 290));
    expect(labels.filter(({ dim }) => dim === 223)).toMatchObject([
      { tail: true, lines: [expect.stringMatching(/^mean/)] },
    ]);
  });
  it('keeps clear of what is drawn over the values, where there is room', () => {
    const layout = spikeLayout(values, 900, 290);
    const before = spikeLabels(values, tails, layout).find(({ dim }) => dim === 223)?.spot;
    const over = spiky(384, Object.fromEntries(Array.from({ length: 150 }, (_, i) => [230 + i, -3.3])));
    expect(spikeLabels(values, tails, layout, over).find(({ dim }) => dim === 223)?.spot).not.toEqual(before);
  });
  it('numbers no dimension of a flat vector', () => {
    expect(spikeLabels(new Float32Array(384), [], spikeLayout(new Float32Array(384), 700, 290))).toEqual([]);
  });
});

describe('spikeTable', () => {
  it('has a row for each dimension with its value after the cut', () => {
    const { rows } = spikeTable(spiky(4, { 2: -3 }), [{ dim: 2, side: 'min' }], new Set([2]));
    expect(rows).toHaveLength(4);
    expect(rows[2]).toEqual([2, -3, expect.any(Number), 0, 'minimum']);
    expect(rows[1]?.[3]).toBe(rows[1]?.[1]);
  });
});

describe('cutLabels', () => {
  const values = spiky(384, { 81: -3.3, 83: 2, 300: -2 });
  const layout = spikeLayout(values, 390, 290);
  const avoid = traceBoxes(values, layout, new Set([81, 300]));
  it('stand clear of the line and of each other, within the plot', () => {
    const placed = cutLabels(values, [81, 300], layout, avoid);
    expect([...placed.keys()]).toEqual([81, 300]);
    const boxes = [...placed.values()].map((spot) => boxOf(spot, 70, 14));
    for (const box of boxes) expect(avoid.some((other) => overlaps(box, other))).toBe(false);
  });
  it('stay few where very many dimensions are cut', () => {
    const many = Array.from({ length: 384 }, (_, dim) => dim);
    expect(cutLabels(values, many, layout, []).size).toBeLessThanOrEqual(3);
  });
});
