import { TailscopeError } from '../../core/error.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import type { WicRequest, WicResult } from '../../protocol/experiments/wic.ts';
import type { Item } from '../item-vectors.ts';
import type { Model } from '../model.ts';
import { pairCosines } from './pair-cosines.ts';
import type { RunOptions } from './run-options.ts';
import { WordSentences } from './word-items.ts';

/**
 * The cosine of a word's vectors in two sentences, for every pair of a Word in Context set, or for a random part of them where
 * the pass is broken off.
 * @throws TailscopeError("no-items" | "nothing-counted" | "dimension" | "run"), or what `pause` rejects with
 * @see Pilehvar and Camacho-Collados 2019; Luo et al. 2021, section 4
 */
export async function wic(
  { encoder, tokenizer, runtime }: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: WicRequest,
  options: RunOptions = {},
): Promise<WicResult> {
  const { pairs } = request;
  const sentences = pairs.flatMap((pair) => pair.sentences);
  const words = await WordSentences.read(tokenizer, sentences, options.pause);
  const missing: Missing[] = [];
  const numbers: number[] = [];
  const items: Item[] = [];
  for (const [p, { line, places }] of pairs.entries()) {
    const both = places.map((place, side) => words.tokens(2 * p + side, place, place + 1));
    const why = both.find((tokens) => typeof tokens === 'string');
    if (why !== undefined) {
      missing.push({ from: String(line), why });
      continue;
    }
    numbers.push(p);
    both.forEach((tokens, side) => {
      if (typeof tokens !== 'string') items.push({ sentence: 2 * p + side, tokens });
    });
  }
  if (items.length === 0) throw TailscopeError.of('no-items', { name: request.name, what: 'pairs' });
  const plan = { corpus: words.corpus, items, numbers };
  const { ran, ...found } = await pairCosines({ encoder, runtime }, plan, request, options);
  const measured = new Set(found.measured);
  return {
    ...found,
    same: Uint8Array.from(found.measured, (p) => Number(pairs[p]?.same)),
    missing,
    truncated: ran.truncated.flatMap(({ sentence }) =>
      measured.has(Math.floor(sentence / 2)) ? [sentence] : [],
    ),
    sentences: ran.sentences.length,
    tokens: ran.tokens,
  };
}
