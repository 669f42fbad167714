import { describe, expect, it } from 'vitest';
import { histogramEnvelope } from './histogram-envelope.ts';
import { barsPath, histogramLayout } from './histogram-layout.ts';

describe('histogramEnvelope', () => {
  it('ranks the shares of the other dimensions in each bin', () => {
    // eleven dimensions of two bins, dimension d with d of its 10 values in the second
    const counts = Array.from({ length: 11 }, (_, d) => [10 - d, d]).flat();
    const { low, median, high } = histogramEnvelope(counts, 2, new Set());
    expect([low[1], median[1], high[1]].map((v) => v?.toFixed(1))).toEqual(['0.1', '0.5', '0.9']);
  });
  it('leaves out the dimensions it is told to', () => {
    const { high } = histogramEnvelope([10, 0, 0, 10], 2, new Set([1]));
    expect([...high]).toEqual([1, 0]);
  });
});

describe('histogramLayout', () => {
  const bins = { start: -4, width: 1, count: 8 };
  const envelope = histogramEnvelope([0, 0, 0, 5, 5, 0, 0, 0], 8, new Set());
  it('covers the bins in use, and zero', () => {
    const layout = histogramLayout([[0, 4, 0, 0, 0, 0, 0, 0]], envelope, bins, 300);
    expect([layout.from, layout.to]).toEqual([1, 4]);
    expect(layout.x(-3)).toBe(layout.left);
    expect(layout.x(1)).toBe(layout.right);
  });
  it('draws one bar for each bin in use, the highest as high as there is room', () => {
    const row = [0, 4, 0, 0, 0, 0, 0, 0];
    const layout = histogramLayout([row], envelope, bins, 300);
    expect(barsPath(row, bins, layout)).toBe(`M${layout.left},0v-${layout.bars}h72.2V0z`);
  });
  it('survives rows of nothing', () => {
    const empty = { low: new Float32Array(8), median: new Float32Array(8), high: new Float32Array(8) };
    expect(barsPath(new Uint32Array(8), bins, histogramLayout([new Uint32Array(8)], empty, bins, 300))).toBe(
      '',
    );
  });
});
