import { describe, expect, it } from 'vitest';
import { count, decimal, differenceText, percent, signed, tickText, unit, short } from './format.ts';

describe('numbers as texts', () => {
  it('writes a minus sign, not a hyphen, and none before a rounded zero', () => {
    expect(decimal(-3.317)).toBe('−3.32');
    expect(decimal(-0.001)).toBe('0.00');
    expect(decimal(NaN)).toBe('–');
  });
  it('signs what is positive when asked', () => {
    expect([signed(1.4, 1), signed(-1.4, 1), signed(0, 1)]).toEqual(['+1.4', '−1.4', '0.0']);
  });
  it('drops the zero before the point of a cosine', () => {
    expect([unit(0.27), unit(-0.05), unit(1), unit(0.1637, 3)]).toEqual(['.27', '−.05', '1.00', '.164']);
  });
  it('gives small shares a decimal and never says 0 % of something', () => {
    expect([percent(0.57), percent(0.029), percent(0.05), percent(0.0001), percent(0), percent(1)]).toEqual([
      '57 %',
      '2.9 %',
      '5 %',
      '<0.1 %',
      '0 %',
      '100 %',
    ]);
    expect([percent(-0.32), percent(-0.003), percent(-0.00001)]).toEqual(['−32 %', '−0.3 %', '>−0.1 %']);
  });
  it('writes a change with its sign, and none where it rounds to nothing', () => {
    expect([0.021, -0.05, 0.001].map(differenceText)).toEqual(['+.02', '−.05', '±0']);
  });
  it('writes a large count in few letters', () => {
    expect([0, 25, 51_200, 1_000_000, 1_540_000, 999_999, 2e9].map((value) => short(value))).toEqual([
      '0',
      '25',
      '51.2 k',
      '1 M',
      '1.5 M',
      '1 M',
      '2 B',
    ]);
  });
  it('parts thousands', () => {
    expect(count(134276)).toBe('134,276');
  });
  it('writes a tick with the decimals of its step', () => {
    expect([tickText(2, 1), tickText(0.05, 0.05), tickText(-4, 2), tickText(0.3, 0.1)]).toEqual([
      '2',
      '0.05',
      '−4',
      '0.3',
    ]);
  });
});
