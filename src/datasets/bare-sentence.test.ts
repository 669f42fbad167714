import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { bareSentence, readTrees } from './index.ts';

const Fixture = v.object({
  syntax: v.object({
    trees: v.array(
      v.object({
        text: v.string(),
        words: v.array(v.string()),
        spans: v.array(v.tuple([v.number(), v.number()])),
      }),
    ),
  }),
});
// Remade by `python -m models.experiment_oracle`
const path = new URL('../measures/fixtures/experiments.json', import.meta.url);
const { trees } = v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8'))).syntax;

it.each(trees)('has the words and the spans that NLTK’s tree has: $text', ({ text, words, spans }) => {
  const [tree] = readTrees({ name: 'x', text });
  const bare = tree && bareSentence(tree);
  expect(bare?.words).toEqual(words);
  expect([...(bare?.spans ?? [])].sort(([a, b], [c, d]) => a - c || b - d)).toEqual(spans);
});
