import { describe, expect, it } from 'vitest';
import { textWidth } from '../scale/text-width.ts';
import { rangeDotsLayout } from './range-dots-layout.ts';

describe('rangeDotsLayout', () => {
  const said = ['5.5281 · pseudo-perplexity 251.67', 'random: 4.1209 (4.0896 to 4.1496)'];
  const rows = [
    { name: 'whole', value: 4.1, said: said.slice(0, 1), look: 'before' },
    { name: 'cut inside it', value: 5.5, said, look: 'after' },
  ] as const;
  it.each([296, 366, 480, 760])('lets no line of words reach out of %i px', (width) => {
    const { left, right, said: lines } = rangeDotsLayout(rows, width);
    for (const row of rows)
      for (const line of lines(row)) expect(textWidth(line, 12)).toBeLessThanOrEqual(right - left);
  });
  it('keeps what is said in one line where there is room for it', () => {
    const { said: lines } = rangeDotsLayout(rows, 760);
    expect(lines(rows[1])).toEqual([said.join(' · ')]);
  });
});
