import { TailscopeError } from '../../core/error.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import type { StsRequest, StsResult } from '../../protocol/experiments/sts.ts';
import { readCorpus } from '../corpus.ts';
import type { Item } from '../item-vectors.ts';
import type { Model } from '../model.ts';
import { pairCosines } from './pair-cosines.ts';
import type { RunOptions } from './run-options.ts';

/**
 * The cosine of sentences as the means of their tokens, for every pair that people scored, or for a random part of them where the
 * pass is broken off.
 * @throws TailscopeError("no-items" | "nothing-counted" | "dimension" | "run"), or what `pause` rejects with
 * @see Luo et al. 2021, section 4
 */
export async function sts(
  { encoder, tokenizer, runtime }: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: StsRequest,
  options: RunOptions = {},
): Promise<StsResult> {
  const { subsets, specials, name } = request;
  const pairs = subsets.flatMap((subset) => subset.pairs);
  const texts = pairs.flatMap(({ sentences }) => sentences);
  const corpus = await readCorpus(tokenizer, texts, specials, options.pause);
  const present = new Set(corpus.sentences.map(({ index }) => index));
  const missing: Missing[] = [];
  const numbers: number[] = [];
  const items: Item[] = [];
  for (const [p, { line }] of pairs.entries()) {
    const both = [2 * p, 2 * p + 1];
    if (both.every((sentence) => present.has(sentence))) {
      numbers.push(p);
      for (const sentence of both) items.push({ sentence, tokens: 'measured' });
    } else missing.push({ from: String(line), why: 'no-tokens' });
  }
  if (items.length === 0) throw TailscopeError.of('no-items', { name, what: 'pairs' });
  const plan = { corpus, items, numbers };
  const { ran, ...found } = await pairCosines({ encoder, runtime }, plan, request, options);
  const { measured } = found;
  let end = 0;
  const ends = subsets.map((subset) => (end += subset.pairs.length));
  return {
    ...found,
    scores: Float64Array.from(measured, (p) => pairs[p]?.score ?? NaN),
    starts: Uint32Array.from([0, ...ends.map((last) => measured.filter((p) => p < last).length)]),
    missing,
    truncated: ran.truncated.map(({ sentence }) => sentence),
    sentences: ran.sentences.length,
    tokens: ran.tokens,
  };
}
