import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { strings, type GlossaryEntry } from './index.ts';

const entries = Object.entries<GlossaryEntry>(strings.glossary);
const headings = new Set(
  Array.from(
    readFileSync(new URL('../../docs/measures.md', import.meta.url), 'utf8').matchAll(/^## (.+)$/gm),
    ([, heading]) => heading,
  ),
);

describe('the glossary', () => {
  test.each(entries.filter(([, { see }]) => see !== undefined))(
    '%s names a section that docs/measures.md has',
    (_, { see }) => {
      expect(headings).toContain(see);
    },
  );

  // one sentence more than that does not fit beside a word on a telephone
  test.each(entries)('%s is explained in a few sentences', (_, { means, forms }) => {
    expect(forms.length).toBeGreaterThan(0);
    expect(means.length).toBeLessThan(420);
    expect(means).toMatch(/[.)]$/);
  });

  test('a figure’s explanation has its formula, in symbols or as a division in words', () => {
    const figures = ['cosine', 'anisotropy', 'kurtosis', 'pearson', 'f1', 'macro', 'whiten', 'loss'] as const;
    for (const name of figures) expect(strings.glossary[name].means).toMatch(/[/√Σ²·]|−ln/);
  });
});
