import { expect, it } from 'vitest';
import { allNodes, bracketTrees, sentenceOf, taggedWords } from './bracket-tree.ts';

const text = '( (S (NP-SBJ (NNS Birds)) (VP (VBP sing))\n  (. .)) )\n( (S (NP (-NONE- *)) (VP (VB Go))) )';

it('reads one tree after another, over any spaces and line ends', () => {
  expect(bracketTrees(text).map(sentenceOf)).toEqual(['Birds sing .', 'Go']);
});
it('gives words with their tags, and no empty element', () => {
  expect(bracketTrees(text).map((tree) => taggedWords(tree).map(({ tag }) => tag))).toEqual([
    ['NNS', 'VBP', '.'],
    ['VB'],
  ]);
});
it('gives every node from left to right', () => {
  const labels = bracketTrees(text).map((tree) => allNodes(tree).map(({ label }) => label));
  expect(labels[0]).toEqual(['', 'S', 'NP-SBJ', 'NNS', 'VP', 'VBP', '.']);
});
it('writes escaped brackets and quotes as a person does', () => {
  const [tree] = bracketTrees("( (NP (`` ``) (-LRB- -LRB-) (NN a) (-RRB- -RRB-) ('' '')) )");
  expect(tree && sentenceOf(tree)).toBe('" ( a ) "');
});
it.each([
  ['a bracket too few', '( (S (NN a)) '],
  ['a bracket too many', '( (S (NN a)) ) )'],
  ['a tag without a word', '( (S (NN)) )'],
  ['a word beside a part', '( (S a (NN b)) )'],
  ['two words under one tag', '( (S (NN a b)) )'],
  ['a node without a label', '( (S ((NN a))) )'],
  ['a word outside of all brackets', 'a ( (S (NN a)) )'],
])('throws at %s', (_, wrong) => {
  expect(() => bracketTrees(wrong)).toThrow(/^After [01] trees/);
});
