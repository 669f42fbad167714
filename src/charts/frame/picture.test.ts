import { describe, expect, it } from 'vitest';
import { fileName, layPicture, wrapText } from './picture.ts';

describe('fileName', () => {
  it('says what the chart shows, in letters that any disk takes', () => {
    expect(fileName('Spike plot, layer 5 (all-MiniLM-L6-v2)', 'svg')).toBe(
      'tailscope-spike-plot-layer-5-all-minilm-l6-v2.svg',
    );
    expect(fileName('Été / ../x', 'csv')).toBe('tailscope-ete-x.csv');
    expect(fileName('…', 'png')).toBe('tailscope-chart.png');
  });
});

describe('wrapText', () => {
  it('breaks between words and loses none', () => {
    const text = 'Mean value of each of the 384 dimensions over all 104 tokens.';
    const lines = wrapText(text, 180, 13);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(text);
  });
  it('keeps a word that is wider than the line', () => {
    expect(wrapText('Donaudampfschifffahrt', 10, 13)).toEqual(['Donaudampfschifffahrt']);
  });
});

describe('layPicture', () => {
  it('puts the title and the sentence above the drawing and the sample below', () => {
    const layout = layPicture({ title: 'A', sentence: 'B', sample: 'C' }, 400, 200);
    const [title, sentence, sample] = layout.lines.map((line) => line.y);
    expect(title).toBeLessThan(sentence ?? 0);
    expect(sentence).toBeLessThan(layout.top);
    expect(sample).toBeGreaterThan(layout.top + 200);
    expect(layout.height).toBeGreaterThan(sample ?? Infinity);
  });
});
