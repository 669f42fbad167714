import { textWidth } from '../scale/text-width.ts';

/** Words from..to of a sentence, end exclusive. */
export type Span = readonly [from: number, to: number];

/** A constituent over its parts, which are smaller ones or single words. */
export interface TreeNode {
  readonly from: number;
  readonly to: number;
  /** 1 over words alone. */
  readonly height: number;
  readonly parts: readonly TreePart[];
}

interface TreePart {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  /** Middle, in words: 0 is the first word's. */
  readonly middle: number;
}

/** The tree of nested spans over so many words, the smallest first and the whole sentence last. */
export function treeNodes(spans: readonly Span[], words: number): readonly (TreeNode & TreePart)[] {
  const whole: Span = [0, words];
  const all = [...spans, whole].sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
  let parts: readonly TreePart[] = Array.from({ length: words }, (_, i) => ({
    from: i,
    to: i + 1,
    height: 0,
    middle: i,
  }));
  const nodes: (TreeNode & TreePart)[] = [];
  for (const [from, to] of all) {
    const own = parts.filter((part) => part.from >= from && part.to <= to);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || own.length < 2) continue;
    const node = {
      from,
      to,
      height: 1 + Math.max(...own.map(({ height }) => height)),
      middle: (first.middle + last.middle) / 2,
      parts: own,
    };
    nodes.push(node);
    parts = [...parts.filter((part) => !own.includes(part)), node].sort((a, b) => a.from - b.from);
  }
  return nodes;
}

export const LEVEL = 17;
/** Room of the distances between tree and words. */
export const BARS = 26;
const WORD = 12.5;
const GAP = 16;

export interface WordsLayout {
  /** Middle of each word. */
  readonly middles: readonly number[];
  readonly width: number;
}

/** Words side by side, spread over the width where they need less of it. */
export function wordsLayout(words: readonly string[], width: number): WordsLayout {
  const wide = words.map((word) => textWidth(word, WORD) + GAP);
  const needed = wide.reduce((sum, one) => sum + one, 0);
  const spare = Math.max(0, Math.min(28, (width - needed) / Math.max(1, words.length)));
  let x = 0;
  const middles = wide.map((one) => {
    const middle = x + (one + spare) / 2;
    x += one + spare;
    return middle;
  });
  return { middles, width: x };
}

/** Width that the words need. */
export function leastWidth(words: readonly string[]): number {
  return Math.ceil(words.reduce((sum, word) => sum + textWidth(word, WORD) + GAP, 0));
}

/** x of a place between words: 1.5 is half-way from the second to the third. */
export function placeX(middles: readonly number[], place: number): number {
  const low = Math.floor(place);
  const [a = 0, b = a] = [middles[low], middles[low + 1]];
  return a + (b - a) * (place - low);
}
