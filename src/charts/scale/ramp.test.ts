import { rgb } from 'd3';
import { describe, expect, it } from 'vitest';
import { luminance, rampIndex, ramp } from './ramp.ts';

describe('ramp', () => {
  it('begins and ends at its stops and passes the middle one', () => {
    const { fill } = ramp(['#ff0000', '#ffffff', '#0000ff'], 5);
    expect([fill[0], fill[2], fill[4]]).toEqual(['rgb(255, 0, 0)', 'rgb(255, 255, 255)', 'rgb(0, 0, 255)']);
  });
  it('writes light text on dark and dark text on light', () => {
    const { text } = ramp(['#ffffff', '#000000'], 3);
    expect(text[0]).toBe('#050505');
    expect(text[2]).toBe('#ffffff');
  });
  it('writes on every grey between black and white at a contrast of 4.5 at least', () => {
    const { fill, text } = ramp(['#000000', '#ffffff'], 512);
    const light = (css: string | undefined): number => {
      const { r, g, b } = rgb(css ?? '');
      return luminance(r, g, b) + 0.05;
    };
    for (let i = 0; i < fill.length; i++) {
      const [a, b] = [light(fill[i]), light(text[i])];
      expect(Math.max(a, b) / Math.min(a, b), fill[i]).toBeGreaterThanOrEqual(4.5);
    }
  });
  it('holds places outside 0..1, and NaN, within the ramp', () => {
    expect([rampIndex(-1, 9), rampIndex(0.5, 9), rampIndex(7, 9), rampIndex(NaN, 9)]).toEqual([0, 4, 8, 0]);
  });
});
