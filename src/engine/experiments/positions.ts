import { TailscopeError } from '../../core/error.ts';
import { at } from '../../core/at.ts';
import { seeded } from '../../core/random.ts';
import { anisotropy } from '../../measures/anisotropy.ts';
import { detectTails } from '../../measures/detect-tails.ts';
import { extremeShares } from '../../measures/extreme-shares.ts';
import { TokenStatistics } from '../../measures/token-statistics.ts';
import { zByLayer } from '../../measures/z-of-mean.ts';
import type {
  FollowedDimension,
  PositionsRequest,
  PositionsResult,
} from '../../protocol/experiments/positions.ts';
import { Remarks, type CorpusParts } from '../corpus.ts';
import { corpusPass } from '../corpus-pass.ts';
import { requireDimensions } from '../keep-inside.ts';
import { readLongText } from '../long-text.ts';
import type { Model } from '../model.ts';
import { movePositions } from '../move-positions.ts';
import { countTokens, PositionFold } from './position-fold.ts';
import type { RunOptions } from './run-options.ts';

/** Dimensions followed where none are asked for. */
const FOLLOWED = 4;

/**
 * What some dimensions do when the network is told other positions, and how much of them positions and token
 * frequencies explain.
 * @throws TailscopeError("empty-text" | "dimension" | "shift-too-far" | "positions-fixed" | "run"), or what `pause` rejects with
 */
export async function positions(
  { encoder, tokenizer, info }: Pick<Model, 'encoder' | 'tokenizer' | 'info'>,
  request: PositionsRequest,
  { onProgress, pause }: RunOptions = {},
): Promise<PositionsResult> {
  const { dims } = encoder.shape;
  const layers = encoder.shape.layers + 1;
  requireDimensions(request.dims, dims);
  const paused = pause && { pause };
  // all of it is measured, in whatever order
  const random = seeded(1);
  const text = await readLongText(tokenizer, request.sentences, request.specials, { random, ...paused });
  if (text.sentences === 0) throw TailscopeError.of('empty-text');
  const counts = await countTokens(text);
  const { longest } = counts;
  const options = movePositions(request.move, { longest, most: info.maxTokens });

  const remarks = new Remarks(tokenizer);
  const statistics = new TokenStatistics(layers, dims);
  const folds = new Map(
    (request.dims.length > 0 ? request.dims : await suspects(encoder, text, pause)).map((dim) => [
      dim,
      new PositionFold(dim, layers, counts),
    ]),
  );
  let done = 0;
  for await (const corpus of text.chunks())
    for await (const batch of corpusPass(encoder, corpus, { ...options, ...paused })) {
      statistics.add(batch.states, batch.kinds, batch.starts);
      for (const fold of folds.values()) fold.add(batch);
      for (const sentence of batch.sentences) remarks.add(sentence);
      done += batch.sentences.length;
      onProgress?.({ sentences: done, of: text.sentences });
    }
  const { contribution } = statistics;
  return {
    move: request.move,
    layers,
    followed: [...folds].map(([dim, fold]) => ({ ...follow(statistics, dim), ...fold.explained() })),
    anisotropy: contribution && anisotropy(contribution, layers),
    positionCounts: counts.positions,
    frequencyCounts: counts.frequencies,
    longest,
    truncated: remarks.truncated.map(({ sentence }) => sentence),
    sentences: text.sentences,
    tokens: at(text.starts, text.sentences),
  };
}

/** The tails of a text, strongest first. */
async function suspects(
  encoder: Model['encoder'],
  text: CorpusParts,
  pause: RunOptions['pause'],
): Promise<readonly number[]> {
  const { dims } = encoder.shape;
  const layers = encoder.shape.layers + 1;
  const statistics = new TokenStatistics(layers, dims);
  for await (const corpus of text.chunks())
    for await (const { states, kinds, starts } of corpusPass(encoder, corpus, pause ? { pause } : {}))
      statistics.add(states, kinds, starts);
  const { counted, minima, maxima, mean, square } = statistics;
  const tails = detectTails({ counted, minima, maxima, layers, dims, mean, square });
  return [...new Set(tails.map(({ dim }) => dim))].slice(0, FOLLOWED);
}

function follow(
  { layers, dims, mean, square, minima, maxima, counted }: TokenStatistics,
  dim: number,
): Pick<FollowedDimension, 'dim' | 'mean' | 'z' | 'smallest' | 'largest'> {
  const smallest = extremeShares(minima, counted);
  const largest = extremeShares(maxima, counted);
  const z = zByLayer({ layers, dims }, mean, square);
  const by = (value: (layer: number) => number) => Float64Array.from({ length: layers }, (_, l) => value(l));
  return {
    dim,
    mean: by((l) => at(mean, l * dims + dim)),
    z: by((l) => at(z, l * dims + dim)),
    smallest: by((l) => at(smallest, l * dims + dim)),
    largest: by((l) => at(largest, l * dims + dim)),
  };
}
