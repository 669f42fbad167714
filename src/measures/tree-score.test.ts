import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bracketScore } from './bracket-score.ts';
import { induceTree } from './induce-tree.ts';
import { sentenceScore, treeScore } from './tree-score.ts';

const distance = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double(), fc.constant(NaN));

test('is the score of the tree that is induced, ties and what is no number included', () => {
  fc.assert(
    fc.property(
      fc.array(distance, { minLength: 1, maxLength: 12 }),
      fc.nat(5),
      fc.nat(),
      (own, before, seed) => {
        const words = own.length + 1;
        const gold = induceTree(own.map((_, i) => (i * (seed % 7)) % 5));
        const all = [...Array<number>(before).fill(9), ...own, 9];
        expect(sentenceScore(all, before, before + own.length, gold)).toBeCloseTo(
          100 * bracketScore(induceTree(own), gold),
          9,
        );
        expect(words).toBeGreaterThan(1);
      },
    ),
  );
});

test('is the mean over sentences, and none without them', () => {
  const gold = [[[0, 2]], [[1, 3]]] as const;
  expect(treeScore(Float64Array.of(1, 2, 1, 2), [0, 2, 4], gold)).toBe(50);
  expect(treeScore(new Float64Array(), [0], [])).toBeNaN();
});
