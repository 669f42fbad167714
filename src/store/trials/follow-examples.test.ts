import { expect, test } from 'vitest';
import { DATA_IDS } from '../data/experiment-data.ts';
import { EXAMPLE_FILES } from '../data/example-files.ts';
import { createAppStore } from '../store.ts';
import { followExamples } from './follow-examples.ts';

function fetchedIn(view: 'compare' | 'sentences' | 'explore'): readonly string[] {
  const fetched: string[] = [];
  followExamples(createAppStore({ view }), (path) => {
    fetched.push(path);
    return new Promise(() => undefined);
  });
  return fetched.sort();
}

test('a comparison has every task measured on its examples, the classifier among them', () => {
  expect(fetchedIn('compare')).toEqual(DATA_IDS.flatMap((id) => EXAMPLE_FILES[id]).sort());
});

test('other views fetch what they show, and no more', () => {
  expect(fetchedIn('sentences')).toEqual([...EXAMPLE_FILES.sts, ...EXAMPLE_FILES.labels].sort());
  expect(fetchedIn('explore')).toEqual([]);
});
