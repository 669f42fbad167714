import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAxis } from './run-axis.ts';

const REPORTS = [0, 51_200, 204_800, 819_200, 2_048_000, 15_360_000];

describe('runAxis', () => {
  it('has 0 at its left end and the last place at its right one, on either scale', () => {
    for (const kind of ['log', 'linear'] as const) {
      const { x } = runAxis(kind, REPORTS, 40, 300);
      expect([x(0), x(15_360_000)]).toEqual([40, 300]);
    }
  });
  it('gives the beginning more room when it is logarithmic', () => {
    const at = (kind: 'log' | 'linear'): number => runAxis(kind, REPORTS, 0, 100).x(819_200);
    expect(at('linear')).toBeLessThan(10);
    expect(at('log')).toBeGreaterThan(40);
  });
  it('names round places', () => {
    expect([...runAxis('log', REPORTS, 0, 300).ticks].sort((a, b) => a - b)).toEqual([
      0, 100_000, 1_000_000, 3_000_000, 10_000_000,
    ]);
    expect(runAxis('linear', REPORTS, 0, 300).ticks).toEqual([0, 5_000_000, 10_000_000, 15_000_000]);
  });
  it('keeps its order and its names apart, whatever the run', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('log' as const, 'linear' as const),
        fc.array(fc.integer({ min: 0, max: 1e12 })),
        fc.integer({ min: 40, max: 1400 }),
        (kind, values, width) => {
          const { x, ticks } = runAxis(kind, values, 0, width);
          const places = ticks.map(x).sort((a, b) => a - b);
          expect(places.every((place) => place >= 0 && place <= width + 1e-6)).toBe(true);
          for (let i = 1; i < places.length; i++)
            expect((places[i] ?? 0) - (places[i - 1] ?? 0)).toBeGreaterThan(20);
        },
      ),
    );
  });
  it('survives a run of nothing', () => {
    expect(runAxis('log', [], 0, 100).x(0)).toBe(0);
    expect(runAxis('log', [0], 0, 100).x(0)).toBe(0);
  });
});
