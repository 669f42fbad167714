import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from './text-width.ts';

describe('textWidth', () => {
  it('gives Chinese letters and emoji a full em', () => {
    expect(textWidth('銀行', 10)).toBeGreaterThanOrEqual(20);
  });
  it('grows with the text and with its weight', () => {
    expect(textWidth('mean', 12)).toBeLessThan(textWidth('mean −3.32', 12));
    expect(textWidth('223', 12, true)).toBeGreaterThan(textWidth('223', 12));
  });
});

describe('fitText', () => {
  it('returns what fits, else as much as does and an ellipsis', () => {
    expect(fitText('bank', 100, 12)).toBe('bank');
    const short = fitText('unbelievable', 40, 12);
    expect(short).toMatch(/^unb.*…$/);
    expect(textWidth(short, 12)).toBeLessThanOrEqual(40);
  });
  it('never cuts a letter of two code units in half', () => {
    expect(fitText('😀😀😀😀', 30, 12)).toBe('😀…');
  });
});
