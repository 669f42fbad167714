import { describe, expect, test } from 'vitest';
import { measureTerms } from './en/measure-terms.ts';
import { remedyTerms } from './en/remedy-terms.ts';
import { taskTerms } from './en/task-terms.ts';
import { strings, type GlossaryEntry, type MeasureEntry } from './index.ts';

const entries = Object.entries<GlossaryEntry>(strings.glossary);
describe('the glossary', () => {
  // one sentence more than that does not fit beside a word on a telephone
  test.each(entries)('%s is explained in a few sentences', (_, { means, forms }) => {
    expect(forms.length).toBeGreaterThan(0);
    expect(means.length).toBeLessThan(420);
    expect(means).toMatch(/[.)]$/);
  });

  // where each is defined, and who by: src/panels/definitions/read-document.test.ts
  test.each(Object.entries<MeasureEntry>({ ...measureTerms, ...remedyTerms, ...taskTerms }))(
    'the figure %s has a formula and a source',
    (_, { formula, from, see }) => {
      // symbols, or what is counted over what
      expect(formula).toMatch(/[/√Σ²·−⌊≥>^|]|max|mean|argmax| that | of /);
      // fits two lines beside a word on a telephone
      expect(formula.length).toBeLessThan(70);
      expect(from).toMatch(/\(\d{4}[,)]|^our own$|^a common measure/);
      expect(see).not.toBe('');
    },
  );
});
