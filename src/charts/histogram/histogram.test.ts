import { describe, expect, it } from 'vitest';
import { barsPath, histogramLayout, outlinePath, ticksPath } from './histogram-layout.ts';

describe('histogramLayout', () => {
  const bins = { start: -4, width: 1, count: 8 };
  const half = [0, 0, 0, 0.5, 0.5, 0, 0, 0];
  const envelope = { low: half, median: half, high: half };
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
  it('draws a tick for each of few values, taller where several share a bin', () => {
    const row = [0, 1, 0, 0, 2, 0, 0, 0];
    const layout = histogramLayout([row], envelope, bins, 300);
    expect(ticksPath(row, bins, layout).match(/v-\d+/g)).toEqual(['v-20', 'v-30']);
  });
  it('survives rows of nothing', () => {
    const empty = { low: new Float32Array(8), median: new Float32Array(8), high: new Float32Array(8) };
    expect(barsPath(new Uint32Array(8), bins, histogramLayout([new Uint32Array(8)], empty, bins, 300))).toBe(
      '',
    );
  });
  it('holds what lies elsewhere after a cut, and outlines it as tall as bars of the same density', () => {
    const row = [0, 4, 0, 0, 0, 0, 0, 0];
    const after = { counts: [0, 0, 0, 4], bins: { start: -4, width: 2, count: 4 } };
    const layout = histogramLayout([row], envelope, bins, 300, [after]);
    expect(layout.x(4)).toBe(layout.right);
    const [from, to] = [layout.x(2), layout.x(4)].map((x) => Math.round(10 * x) / 10);
    // all of it in a bin twice as wide: half the height
    expect(outlinePath(after, bins, layout)).toBe(`M${from},0V-${layout.bars / 2}H${to}V0`);
  });
});
