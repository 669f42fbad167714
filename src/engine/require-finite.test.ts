import { expect, test } from 'vitest';
import { classifier } from './experiments/classifier.ts';
import { selfSimilarity } from './experiments/self-similarity.ts';
import { sts } from './experiments/sts.ts';
import { syntax } from './experiments/syntax.ts';
import { tokenLayers } from './experiments/token-layers.ts';
import { wic } from './experiments/wic.ts';
import { wsd } from './experiments/wsd.ts';
import { readCorpus } from './corpus.ts';
import { requireFinite } from './require-finite.ts';
import { FakeModel } from './testing/fake-model.ts';

test('takes any finite number, and says in which layer one is not', () => {
  requireFinite(Float32Array.of(0, -0, 3e38, -1), 2);
  for (const value of [NaN, Infinity, -Infinity])
    expect(() => {
      requireFinite(Float32Array.of(0, value), 2);
    }).toThrow(
      expect.objectContaining({ code: 'not-finite', sentence: expect.stringContaining('layer 2') as string }),
    );
});

const settings = {
  name: 'x',
  treatment: { cut: [], where: 'after' },
  specials: 'include',
  seed: 1,
  columns: [],
} as const;
const damaged = () => new FakeModel(64, NaN);
const sentence = (line: number, label: string) => ({ line, sentence: `${line} 4`, label });
const texts = { sentences: [['3', '4']], items: [item('a')] };

function item(sense: string) {
  return { from: 'x:1', sentence: 0, place: 0, placeEnd: 1, lemma: 'w', senses: [sense] as const };
}

test.each([
  [
    'Word in Context',
    () =>
      wic(damaged(), {
        ...settings,
        pairs: [
          {
            line: 1,
            word: 'w',
            kind: 'N',
            sentences: [
              ['3', '4'],
              ['3', '5'],
            ],
            places: [0, 0],
            same: true,
          },
        ],
      }),
  ],
  [
    'word senses',
    () => wsd(damaged(), { ...settings, data: { train: texts, test: texts }, neighbours: 1, pairs: 0 }),
  ],
  [
    'sentences',
    () =>
      sts(damaged(), {
        ...settings,
        subsets: [{ name: 'a', pairs: [{ line: 1, sentences: ['3 4', '5'], score: 1 }] }],
      }),
  ],
  ['trees', () => syntax(damaged(), { ...settings, sentences: [['3', '4', '5']] })],
  [
    'the classifier',
    () =>
      classifier(damaged(), {
        ...settings,
        train: [sentence(1, 'a'), sentence(2, 'b')],
        test: [sentence(3, 'a')],
      }),
  ],
  [
    'self-similarity',
    () =>
      selfSimilarity(damaged(), { ...settings, sentences: ['0xa 4', '0xa 5'], least: 2, most: 9, pairs: 4 }),
  ],
  [
    'the probe’s vectors',
    async () => {
      const model = damaged();
      const corpus = await readCorpus(model.tokenizer, ['3 4'], 'include');
      for await (const part of tokenLayers(model.encoder, corpus, {})) expect(part).toBeUndefined();
    },
  ],
])('%s of a damaged model are refused, not counted as different', async (_, measure) => {
  await expect(measure()).rejects.toMatchObject({ code: 'not-finite' });
});
