import { describe, expect, it } from 'vitest';
import { rampIndex, ramp } from './ramp.ts';

describe('ramp', () => {
  it('begins and ends at its stops and passes the middle one', () => {
    const { fill } = ramp(['#ff0000', '#ffffff', '#0000ff'], 5);
    expect([fill[0], fill[2], fill[4]]).toEqual(['rgb(255, 0, 0)', 'rgb(255, 255, 255)', 'rgb(0, 0, 255)']);
  });
  it('writes light text on dark and dark text on light', () => {
    const { text } = ramp(['#ffffff', '#000000'], 3);
    expect(text[0]).toBe('#14181d');
    expect(text[2]).toBe('#ffffff');
  });
  it('holds places outside 0..1, and NaN, within the ramp', () => {
    expect([rampIndex(-1, 9), rampIndex(0.5, 9), rampIndex(7, 9), rampIndex(NaN, 9)]).toEqual([0, 4, 8, 0]);
  });
});
