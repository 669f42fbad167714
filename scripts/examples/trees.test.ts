import { expect, it } from 'vitest';
import { allNodes, bracketTrees, sentenceOf, taggedWords, type BracketTree } from './bracket-tree.ts';
import { exampleText } from './example-file.ts';

// Santorini 1990, the tags; Bies et al. 1995, the phrases and functions
const tags =
  "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB . , : `` '' -LRB- -RRB- -NONE-".split(
    ' ',
  );
const phrases =
  'S SBAR SBARQ SINV SQ ADJP ADVP CONJP FRAG INTJ LST NAC NP NX PP PRN PRT QP RRC UCP VP WHADJP WHADVP WHNP WHPP X'.split(
    ' ',
  );
const functions = 'ADV NOM DTV LGS PRD PUT SBJ TPC VOC BNF DIR EXT LOC MNR PRP TMP CLR CLF HLN TTL'.split(
  ' ',
);
const punctuation = ['.', ',', ':', '``', "''", '-LRB-', '-RRB-'];

const trees = bracketTrees(exampleText('trees.mrg'));
const words = (tree: BracketTree) => taggedWords(tree).filter(({ tag }) => !punctuation.includes(tag));
const index = (label: string) => /[-=](\d+)$/.exec(label)?.[1];

it('has 40 trees, one clause or question at the top of each', () => {
  expect(trees).toHaveLength(40);
  for (const { parts } of trees) {
    expect(parts).toHaveLength(1);
    expect(['S', 'SQ', 'SBARQ', 'SINV']).toContain(parts[0]?.label);
  }
});
it('has sentences of 4 to 20 words and marks, no two of the same words', () => {
  for (const tree of trees) {
    expect(words(tree).length, sentenceOf(tree)).toBeGreaterThanOrEqual(4);
    expect(taggedWords(tree).length, sentenceOf(tree)).toBeLessThanOrEqual(20);
  }
  expect(new Set(trees.map(sentenceOf)).size).toBe(40);
});
it('has no label that Penn does not have', () => {
  for (const { label, word } of trees.flatMap(({ parts }) => parts.flatMap(allNodes))) {
    if (word !== undefined) expect(tags, `${label} ${word}`).toContain(label);
    else {
      const [phrase = '', ...rest] = label.replace(/-\d+$/, '').split('-');
      expect(phrases, label).toContain(phrase);
      for (const each of rest) expect(functions, label).toContain(each);
    }
  }
});
it('tags a punctuation mark, and nothing else, as one', () => {
  for (const { tag, word } of trees.flatMap(taggedWords))
    expect(punctuation.includes(tag), `${tag} ${word}`).toBe(
      !/[A-Za-z0-9]/.test(word) || tag.endsWith('RB-'),
    );
});
it('gives every trace the phrase it stands for, and every marked phrase a trace', () => {
  for (const tree of trees) {
    const nodes = allNodes(tree);
    const traces = nodes.flatMap(({ label, word = '' }) => (label === '-NONE-' ? (index(word) ?? []) : []));
    const phrases = nodes.flatMap(({ label, word }) => (word === undefined ? (index(label) ?? []) : []));
    expect(new Set(phrases).size, sentenceOf(tree)).toBe(phrases.length);
    expect(new Set(traces), sentenceOf(tree)).toEqual(new Set(phrases));
  }
});
it('gives every clause one predicate, and every phrase its head', () => {
  const heads: [phrase: RegExp, head: RegExp][] = [
    [/^(S|SQ|SINV)\b/, /^(VP|S)\b/],
    [/^VP\b/, /^(VB.?|MD|TO|VP)$/],
    [/^PP\b/, /^(IN|TO)$/],
    [/^(NP|WHNP)\b/, /^(NN.*|PRP|CD|EX|JJS|POS|NP.*|WP|WDT)$/],
    [/^SBAR\b/, /^(S|SQ)\b/],
  ];
  for (const { label, parts, word } of trees.flatMap(allNodes)) {
    if (word !== undefined) continue;
    for (const [phrase, head] of heads) {
      if (!phrase.test(label) || parts.every((part) => part.label === '-NONE-')) continue;
      const found = parts.filter((part) => head.test(part.label));
      expect(found.length, `${label}: ${parts.map((part) => part.label).join(' ')}`).toBeGreaterThan(0);
    }
  }
});
it('has in every sentence a phrase to find: more than one word, fewer than all', () => {
  for (const tree of trees) {
    const sizes = allNodes(tree).map((node) => words(node).length);
    expect(sizes.some((size) => size > 1 && size < words(tree).length)).toBe(true);
  }
});
it('says every kind of thing: questions, commands, passives, relative clauses, coordination, quotes', () => {
  const has = (pattern: RegExp) =>
    trees.filter((tree) => allNodes(tree).some(({ label, word = '' }) => pattern.test(`${label} ${word}`)));
  for (const kind of [/^SBARQ /, /^SQ /, /^NP-LGS /, /^WHNP/, /^CC /, /^`` /, /^PRN /, /^-NONE- \*$/, /^QP /])
    expect(has(kind).length, String(kind)).toBeGreaterThan(0);
});
