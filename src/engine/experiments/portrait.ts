import { TailscopeError } from '../../core/error.ts';
import { anisotropy } from '../../measures/anisotropy.ts';
import { TokenStatistics } from '../../measures/token-statistics.ts';
import type { PortraitRequest, PortraitResult } from '../../protocol/experiments/compare.ts';
import { inOnePart, readCorpus } from '../corpus.ts';
import type { Model } from '../model.ts';
import type { RunOptions } from './run-options.ts';
import { treatedPass } from './treated-pass.ts';

/**
 * What stands out in a model's vectors of a text, and how alike they point, with a treatment done to them.
 * @param model told the positions that are asked for, see `movedModel`
 * @throws TailscopeError("empty-text" | "dimension" | "run"), or what `pause` rejects with
 */
export async function portrait(
  model: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  { setting: { treatment, specials }, sentences }: PortraitRequest,
  options: RunOptions = {},
): Promise<PortraitResult> {
  const { shape } = model.encoder;
  const layers = shape.layers + 1;
  const corpus = await readCorpus(model.tokenizer, sentences, specials, options.pause);
  if (corpus.tokens === 0) throw TailscopeError.of('empty-text');
  const statistics = new TokenStatistics(layers, shape.dims);
  for await (const { treated, kinds, starts } of treatedPass(model, inOnePart(corpus), treatment, options))
    statistics.add(treated, kinds, starts);
  const { counted, minima, maxima, mean, square, histogram, contribution } = statistics;
  return {
    layers,
    dims: shape.dims,
    counted,
    minima,
    maxima,
    mean,
    square,
    histogram,
    anisotropy: contribution && anisotropy(contribution, layers),
    contribution,
    truncated: corpus.truncated.map(({ sentence }) => sentence),
    sentences: corpus.sentences.length,
    tokens: corpus.tokens,
  };
}
