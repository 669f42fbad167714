import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { strings } from '../strings/index.ts';
import { termParts } from '../ui/term/WithTerms.tsx';
import { BESIDE, TASKS, TASK_KINDS, PLAIN, VECTORS } from './compare/measures.ts';
import { TERMS } from './paper/ClaimRow.tsx';

const explains = (text: string, terms: Parameters<typeof termParts>[1]): boolean =>
  termParts(text, terms).some(({ term }) => term !== undefined);

describe('what a figure means can be asked where it stands', () => {
  // a chart’s frame takes at least one term: the compiler sees to that
  const folder = import.meta.dirname;
  const tables = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      path.endsWith('.tsx') &&
      // what terms lead to
      !path.startsWith('definitions') &&
      readFileSync(join(folder, path), 'utf8').includes('<table'),
  );

  test.each(tables)('in the table of %s', (path) => {
    expect(readFileSync(join(folder, path), 'utf8')).toMatch(/<(WithTerms|Term|ChartFrame|ClaimRow)\b/);
  });

  test.each(Object.entries(strings.paper.claims))('in the claim %s', (_, { claim, paper, rule }) => {
    expect(explains(`${claim} ${rule} ${paper}`, TERMS)).toBe(true);
  });

  test.each([...TASK_KINDS.flatMap((kind) => [TASKS[kind], ...BESIDE[kind]]), PLAIN.anisotropy, PLAIN.share])(
    'in a comparison by $what',
    ({ what, hint, terms }) => {
      expect(explains(what, terms)).toBe(true);
      expect(explains(hint, terms)).toBe(true);
    },
  );

  test('in the lists of word senses, what each word’s share is and what stands beside each neighbour', () => {
    const { wsd } = strings.wordsView;
    expect(explains(wsd.chooseHint('in layer 2'), ['accuracy'])).toBe(true);
    expect(explains(wsd.itemsHint, ['cosine'])).toBe(true);
  });

  test('in how well positions are told, by what tells them and how many are told right', () => {
    const asked = termParts(VECTORS.probe.what, VECTORS.probe.terms).map(({ term }) => term);
    expect(asked).toEqual(expect.arrayContaining(['probe', 'accuracy']));
    const drawn = termParts(VECTORS.probe.hint, VECTORS.probe.terms).map(({ term }) => term);
    expect(drawn).toEqual(expect.arrayContaining(['probe', 'accuracy']));
  });

  const { says } = strings.comparison;
  test.each([says.center, says.standardize, says.top, says.whiten])('in the remedy “%s”', (said) => {
    expect(explains(said, ['center', 'standardize', 'topComponents', 'whiten'])).toBe(true);
  });
});
