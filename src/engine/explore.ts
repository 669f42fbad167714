import { at } from '../core/at.ts';
import { TailscopeError } from '../core/error.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import { seeded } from '../core/random.ts';
import { cosineSample, columnsOf } from '../measures/cosine-sample.ts';
import { detectTails } from '../measures/detect-tails.ts';
import { samplePairs, type PairSelection } from '../measures/sample-pairs.ts';
import { TokenStatistics } from '../measures/token-statistics.ts';
import type { Exploration, ExploreRequest } from '../protocol/exploration.ts';
import { inOnePart, Remarks, type Corpus, type Sentence } from './corpus.ts';
import { corpusPass, type MeasuredBatch, type PassOptions } from './corpus-pass.ts';
import type { Encoder } from './encoder.ts';
import type { Model } from './model.ts';
import { ReadyTreatment } from './experiments/ready-treatment.ts';
import type { RunOptions } from './experiments/run-options.ts';
import { keepInside, requireDimensions } from './keep-inside.ts';
import { readLongText, type LongText } from './long-text.ts';
import { redrawnPairs } from './redrawn-pairs.ts';
import { tokensOf } from './tokens-of.ts';
import { VectorKeeper } from './vector-keeper.ts';

/** Bytes of vectors held for one exploration unless told otherwise. */
export const MEMORY = 64e6;
/** Tails whose columns come along unasked; more are fetched when somebody cuts them. */
const AHEAD = 16;

export interface ExploreOptions extends RunOptions {
  /** Bytes of vectors to hold: those of the sampled pairs, then of the first sentences, as far as it goes. */
  readonly memory?: number;
}

/** The vectors that later questions about an exploration are answered from. */
export interface HeldVectors {
  /** Of the exploration's tokens, in order. */
  readonly tokens: HiddenStates;
  /** Index of each of these tokens' sentence in the request's text. */
  readonly sentence: Uint32Array;
  /** Of the items of the exploration's pairs. */
  readonly pairs: HiddenStates;
}

export interface Explored {
  readonly exploration: Exploration;
  readonly held: HeldVectors;
}

/**
 * Measures a text of one token or of ten thousand sentences: batches are folded into statistics as
 * they come, and only the vectors that the live cut and the matrix need are kept. A pass that is broken
 * off answers with the sentences that it came by, which are a random part of the text.
 * @throws TailscopeError("empty-text" | "dimension" | "run"), or what `pause` rejects with
 */
export async function explore(
  { encoder, tokenizer, runtime }: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: ExploreRequest,
  handle: number,
  { onProgress, pause, enough, memory = MEMORY }: ExploreOptions = {},
): Promise<Explored> {
  const { dims } = encoder.shape;
  const layers = encoder.shape.layers + 1;
  requireDimensions(request.columns, dims);
  const keep = request.inside && { keep: keepInside(encoder.shape, request.inside) };

  const random = seeded(request.seed);
  const paused = pause && { pause };
  const text = await readLongText(tokenizer, request.sentences, request.specials, { random, ...paused });
  if (text.sentences === 0) throw TailscopeError.of('empty-text');
  const selection = samplePairs(text.starts, request.pairs, seeded(request.seed));
  const items = Uint32Array.from(new Set([...selection.left, ...selection.right])).sort();
  const bytes = layers * dims * Float32Array.BYTES_PER_ELEMENT;
  const first = tokensWithin(text.starts, Math.floor(memory / bytes) - items.length);
  const ofPairs = new VectorKeeper(items, layers, dims);
  const ofTokens = new VectorKeeper(Array(first).keys(), layers, dims);
  const firstSentences: Sentence[] = [];
  const remarks = new Remarks(tokenizer);

  const ready = request.remedied && (await fitted({ encoder, runtime }, text, request, { ...paused }));
  const statistics = new TokenStatistics(layers, dims);
  const most = Math.min(request.most ?? Infinity, text.sentences);
  let done = 0;
  try {
    for await (const raw of batchesOf(encoder, text, { ...keep, ...paused, random, reuse: true })) {
      const batch = ready ? { ...raw, states: await ready.apply(raw.states) } : raw;
      statistics.add(batch.states, batch.kinds, batch.starts);
      ofPairs.add(batch);
      ofTokens.add(batch);
      for (const sentence of batch.sentences) {
        remarks.add(sentence);
        if (sentence.start < first) firstSentences.push(sentence);
      }
      done += batch.sentences.length;
      onProgress?.({ sentences: done, of: text.sentences });
      if (done >= most || enough?.()) break;
    }
  } finally {
    await ready?.release();
  }
  firstSentences.sort((a, b) => a.start - b.start);
  const whole = done === text.sentences;
  const kept = whole
    ? { vectors: ofPairs.kept, pairs: among(items, selection) }
    : { vectors: ofPairs.filled, pairs: redrawnPairs(ofPairs.filledTokens, text.starts, request) };

  const { counted, mean, square, minima, maxima, contribution, histogram } = statistics;
  const { nextMinima, nextMaxima, direction } = statistics;
  const tails = detectTails({ counted, minima, maxima, layers, dims, mean, square }).slice(0, AHEAD);
  const tokens = tokensOf(firstSentences);
  const exploration: Exploration = {
    handle,
    request,
    sentences: done,
    of: text.sentences,
    counted,
    truncated: remarks.truncated,
    unknown: remarks.unknown,
    layers,
    dims,
    mean,
    square,
    minima,
    maxima,
    nextMinima,
    nextMaxima,
    direction,
    contribution,
    histogram,
    tokens,
    pairs: {
      handle,
      sample: cosineSample(kept.vectors, kept.pairs),
      columns: columnsOf(kept.vectors, new Set([...tails.map(({ dim }) => dim), ...request.columns])),
    },
    pairsFrom: kept.pairs.from,
    pairsComplete: kept.pairs.complete,
  };
  return {
    exploration,
    // the exploration's own arrays may be handed over to another thread
    held: { tokens: ofTokens.filled, sentence: tokens.sentence.slice(), pairs: kept.vectors },
  };
}

/** The remedy, fitted on the sentences that come first: all of them, or of a long text a random few thousand. */
async function fitted(
  model: Pick<Model, 'encoder' | 'runtime'>,
  { chunks }: LongText,
  { inside, remedied }: ExploreRequest,
  options: Pick<ExploreOptions, 'pause'>,
): Promise<ReadyTreatment | undefined> {
  if (!remedied) return undefined;
  const first = await chunks().next();
  if (first.done === true) return undefined;
  const corpus: Corpus = first.value;
  const { cut, remedy } = remedied;
  const treatment = inside
    ? ({ cut: inside.dims, where: 'inside', remedy } as const)
    : ({ cut, where: 'after', remedy } as const);
  return ReadyTreatment.on(model, inOnePart(corpus), treatment, 'include', options);
}

async function* batchesOf(
  encoder: Encoder,
  { chunks }: LongText,
  options: PassOptions,
): AsyncGenerator<MeasuredBatch> {
  for await (const chunk of chunks()) yield* corpusPass(encoder, chunk, options);
}

/** Pairs of tokens as pairs of places among the items. */
function among(items: Uint32Array, selection: PairSelection): PairSelection {
  const places = new Map(Array.from(items, (token, place) => [token, place]));
  const place = (token: number) => places.get(token) ?? 0;
  return { ...selection, left: selection.left.map(place), right: selection.right.map(place) };
}

/** Tokens of as many whole sentences from the beginning as have so many; of the first in any case. */
function tokensWithin(starts: Uint32Array, most: number): number {
  const over = starts.findIndex((start, s) => s > 1 && start > most);
  return at(starts, over === -1 ? starts.length - 1 : over - 1);
}
