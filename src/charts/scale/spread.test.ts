import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

describe('spread', () => {
  it('leaves points alone that are far enough apart', () => {
    expect(spread([10, 50, 90], 20, 0, 100)).toEqual([10, 50, 90]);
  });
  it('parts neighbours by the gap and keeps their order', () => {
    expect(spread([50, 52, 51], 20, 0, 100)).toEqual([50, 90, 70]);
  });
  it('stays within the range, evenly where there is no room', () => {
    expect(spread([100, 100, 100], 20, 0, 100)).toEqual([60, 80, 100]);
    expect(spread([0, 0, 0], 90, 0, 100)).toEqual([0, 50, 100]);
  });
});
