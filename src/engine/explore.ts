import { TailscopeError } from '../core/error.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import { seeded } from '../core/random.ts';
import { cosineSample, columnsOf } from '../measures/cosine-sample.ts';
import { detectTails } from '../measures/detect-tails.ts';
import { samplePairs, type PairSelection } from '../measures/sample-pairs.ts';
import { TokenStatistics } from '../measures/token-statistics.ts';
import type { Exploration, ExploreRequest } from '../protocol/exploration.ts';
import type { PassProgress } from '../protocol/messages.ts';
import type { Tokenizer } from '../text/index.ts';
import { readCorpus, type Corpus } from './corpus.ts';
import { corpusPass } from './corpus-pass.ts';
import type { Encoder } from './encoder.ts';
import { keepInside, requireDimensions } from './keep-inside.ts';
import { tokensOf } from './tokens-of.ts';
import { VectorKeeper } from './vector-keeper.ts';

/** Bytes of vectors held for one exploration unless told otherwise. */
export const MEMORY = 64e6;
/** Tails whose columns come along unasked; more are fetched when somebody cuts them. */
const AHEAD = 16;

export interface ExploreOptions {
  readonly onProgress?: (progress: PassProgress) => void;
  /** Awaited between two session calls; rejecting it ends the pass. */
  readonly pause?: () => Promise<void>;
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
 * they come, and only the vectors that the live cut and the matrix need are kept.
 * @throws TailscopeError("empty-text" | "dimension" | "run"), or what `pause` rejects with
 */
export async function explore(
  { encoder, tokenizer }: { readonly encoder: Encoder; readonly tokenizer: Tokenizer },
  request: ExploreRequest,
  handle: number,
  { onProgress, pause, memory = MEMORY }: ExploreOptions = {},
): Promise<Explored> {
  const { dims } = encoder.shape;
  const layers = encoder.shape.layers + 1;
  requireDimensions(request.columns, dims);
  const keep = request.inside && { keep: keepInside(encoder.shape, request.inside) };

  const corpus = await readCorpus(tokenizer, request.sentences, request.specials, pause);
  if (corpus.tokens === 0) throw TailscopeError.of('empty-text');
  const selection = samplePairs(sentenceOfTokens(corpus), request.pairs, seeded(request.seed));
  const { items, pairs } = compact(selection);
  const bytes = layers * dims * Float32Array.BYTES_PER_ELEMENT;
  const first = sentencesWithin(corpus, Math.floor(memory / bytes) - items.length);
  const ofPairs = new VectorKeeper(items, layers, dims);
  const ofTokens = new VectorKeeper(Array(first.tokens).keys(), layers, dims);

  const statistics = new TokenStatistics(layers, dims);
  let done = 0;
  for await (const batch of corpusPass(encoder, corpus, { ...keep, ...(pause && { pause }) })) {
    statistics.add(batch.states, batch.kinds, batch.starts);
    ofPairs.add(batch);
    ofTokens.add(batch);
    done += batch.sentences.length;
    onProgress?.({ sentences: done, of: corpus.sentences.length });
  }

  const { counted, mean, square, minima, maxima, contribution, histogram } = statistics;
  const { nextMinima, nextMaxima, direction } = statistics;
  const tails = detectTails({ counted, minima, maxima, layers, dims, mean }).slice(0, AHEAD);
  const tokens = tokensOf(first.sentences);
  const exploration: Exploration = {
    handle,
    request,
    sentences: corpus.sentences.length,
    counted,
    truncated: corpus.truncated,
    unknown: corpus.unknown,
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
      sample: cosineSample(ofPairs.kept, pairs),
      columns: columnsOf(ofPairs.kept, new Set([...tails.map(({ dim }) => dim), ...request.columns])),
    },
    pairsFrom: selection.from,
    pairsComplete: selection.complete,
  };
  return {
    exploration,
    // the exploration's own arrays may be handed over to another thread
    held: { tokens: ofTokens.kept, sentence: tokens.sentence.slice(), pairs: ofPairs.kept },
  };
}

function sentenceOfTokens({ sentences, tokens }: Corpus): Uint32Array {
  const sentence = new Uint32Array(tokens);
  for (const { index, start, measured } of sentences) sentence.fill(index, start, start + measured.length);
  return sentence;
}

/** The distinct tokens of the pairs, and the pairs as indices into these. */
function compact({ left, right, weights }: PairSelection) {
  const items = Uint32Array.from(new Set([...left, ...right])).sort();
  const places = new Map(Array.from(items, (token, place) => [token, place]));
  const place = (token: number) => places.get(token) ?? 0;
  return { items, pairs: { left: left.map(place), right: right.map(place), weights } };
}

/** As many whole sentences from the beginning as have so many measured tokens; the first in any case. */
function sentencesWithin({ sentences, tokens }: Corpus, most: number) {
  const over = sentences.findIndex(({ start, measured }, s) => s > 0 && start + measured.length > most);
  const beyond = over === -1 ? undefined : sentences[over];
  return beyond ? { sentences: sentences.slice(0, over), tokens: beyond.start } : { sentences, tokens };
}
