import type { Tree } from './read-trees.ts';

/** The words from..to of a sentence, end exclusive, as [from, to]. */
export type Span = readonly [from: number, to: number];

/** A tree's words without punctuation, and its constituents over them. */
export interface BareSentence {
  readonly words: readonly string[];
  /** Constituents of two words and more, without the whole sentence; each once, unlabelled. */
  readonly spans: readonly Span[];
}

/** Tags of punctuation and of empty elements, in the Penn Treebank and in GUM. */
const DROPPED = new Set(['.', ',', ':', '``', "''", '-LRB-', '-RRB-', 'HYPH', 'NFP', '-NONE-']);

/**
 * What of a tree the induction of trees is held to: punctuation and empty elements are dropped before anything else, spans of
 * one word and of the whole sentence say nothing, and of constituents over the same words one counts.
 */
export function bareSentence(tree: Tree): BareSentence {
  const words: string[] = [];
  const spans = new Map<string, Span>();
  const visit = (node: Tree): void => {
    if ('word' in node) {
      if (!DROPPED.has(node.label)) words.push(node.word);
      return;
    }
    const from = words.length;
    for (const part of node.parts) visit(part);
    if (words.length - from > 1) spans.set(`${from} ${words.length}`, [from, words.length]);
  };
  visit(tree);
  spans.delete(`0 ${words.length}`);
  return { words, spans: [...spans.values()] };
}
