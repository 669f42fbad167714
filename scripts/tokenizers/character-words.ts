import { createHash } from 'node:crypto';
import { Tokenizer } from '@huggingface/tokenizers';
import { makeExact } from '../../src/text/exact-parts.ts';

/** Characters in one text: some kinds of them slow down the reading of all that stand beside them. */
const TOGETHER = 64;

/** The words that are made of characters, each between two letters, before any vocabulary. */
export type WordsOf = (codes: readonly number[]) => readonly string[];

/** @param json a parsed tokenizer.json */
export function characterWords(json: object): WordsOf {
  const tokenizer = new Tokenizer(json, {});
  makeExact(tokenizer);
  const { normalizer, pre_tokenizer: split } = tokenizer;
  if (!split) throw new Error('the tokenizer does not split into words');
  const words = (text: string) => split.pre_tokenize(normalizer ? normalizer.normalize(text) : text);
  return (codes) => {
    const found: string[] = [];
    for (let start = 0; start < codes.length; start += TOGETHER) {
      const some = codes.slice(start, start + TOGETHER);
      found.push(...words(some.map((code) => ` a${String.fromCodePoint(code)}b`).join('')));
    }
    return found;
  };
}

/** Characters whose words are hashed together, so that a difference is not one among all. */
const BLOCK = 4096;

/** The hash of the words of every block of characters, by the block's first. */
export function hashBlocks(codes: readonly number[], wordsOf: WordsOf): Record<string, string> {
  const blocks = new Map<number, number[]>();
  for (const code of codes) {
    const first = code - (code % BLOCK);
    const block = blocks.get(first);
    if (block) block.push(code);
    else blocks.set(first, [code]);
  }
  return Object.fromEntries(
    Array.from(blocks, ([first, inside]) => [
      `U+${first.toString(16).toUpperCase()}`,
      createHash('sha256').update(wordsOf(inside).join('\n')).digest('hex').slice(0, 16),
    ]),
  );
}

/** Numbers that follow one another, as [first, last]. */
export function toRanges(numbers: readonly number[]): (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}

export function fromRanges(ranges: readonly (readonly [number, number])[]): number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
}
