import { TailscopeError } from '../../core/error.ts';
import { seeded } from '../../core/random.ts';
import { columnsOf, cosineSample } from '../../measures/cosine-sample.ts';
import type { PairSelection } from '../../measures/sample-pairs.ts';
import { samplePairs } from '../../measures/sample-pairs.ts';
import type { GeometryPoint, GeometryRequest, GeometryResult } from '../../protocol/experiments/geometry.ts';
import { Algebra } from '../algebra.ts';
import { inOnePart, partOf, readCorpus, type Corpus } from '../corpus.ts';
import { sampleOf } from '../corpus-pass.ts';
import { requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { redrawnPairs } from '../redrawn-pairs.ts';
import { GeometryFold } from './geometry-fold.ts';
import type { RunOptions } from './run-options.ts';
import { treatedPass } from './treated-pass.ts';

/**
 * How the vectors of a text lie: how alike any two are, how evenly they use their dimensions, and where some of them are. Vectors
 * are kept of drawn pairs and of drawn tokens alone.
 * A pass that is broken off answers with the sentences that it came by, which are a random part of the text.
 * @throws TailscopeError("empty-text" | "nothing-counted" | "dimension" | "not-finite" | "run"), or what `pause` rejects with
 * @see docs/measures.md, "Geometry"
 */
export async function geometry(
  model: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: GeometryRequest,
  options: RunOptions = {},
): Promise<GeometryResult> {
  const { corpus, of, before, after, drawn, starts } = await foldGeometry(model, request, options);
  const { layers, dims } = before.moments;
  const part = corpus.sentences.length < of ? { counted: corpus.sentences.length, of } : undefined;
  // of the drawn pairs few came whole; the points are random tokens of the part
  const pairs = part ? redrawnPairs(before.ofPoints.filledTokens, starts, request) : drawn;
  const itemsOf = ({ ofPoints, ofPairs }: GeometryFold) => (part ? ofPoints.filled : ofPairs.kept);
  const vectors = itemsOf(before);
  // of one sentence alone nothing here can be told of the text
  if (part && (part.counted < 2 || pairs.left.length === 0)) throw TailscopeError.of('nothing-counted');
  const points = before.ofPoints.filledTokens;
  return {
    layers,
    dims,
    before: before.finish(pairs, vectors, request.seed),
    after: after?.finish(pairs, itemsOf(after), request.seed),
    pairs: {
      sample: cosineSample(vectors, pairs),
      columns: columnsOf(vectors, new Set(request.columns)),
    },
    pairsFrom: pairs.from,
    pairsComplete: pairs.complete,
    points: points.map((token) => pointOf(corpus, token)),
    truncated: corpus.truncated.map(({ sentence }) => sentence),
    unmeasured: corpus.unmeasured,
    sentences: corpus.sentences.length,
    tokens: corpus.tokens,
    part,
  };
}

/** What a geometry follows from; of a part of a text, what is added to that of the other parts. */
export interface FoldedGeometry {
  /** The part: the sentences that were asked for, or those that came where the pass was broken off. */
  readonly corpus: Corpus;
  /** Sentences that were asked for. */
  readonly of: number;
  readonly before: GeometryFold;
  /** undefined where the treatment does nothing. */
  readonly after: GeometryFold | undefined;
  /** Pairs of the whole text, among its items. */
  readonly drawn: PairSelection;
  /** Numbers of the tokens that are in a pair. */
  readonly items: Uint32Array;
  /** First token of each sentence of the whole text, and the number of tokens at the end. */
  readonly starts: Uint32Array;
}

/**
 * Folds the vectors of a text, or of some of its sentences: pairs and points are drawn from the whole text in any case.
 * @param isPart whether a sentence is one of them, by its number; all when left out
 * @throws TailscopeError("empty-text" | "dimension" | "not-finite" | "run"), or what `pause` rejects with
 */
export async function foldGeometry(
  { encoder, tokenizer, runtime }: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: GeometryRequest,
  options: RunOptions = {},
  isPart: (sentence: number) => boolean = () => true,
): Promise<FoldedGeometry> {
  const { dims } = encoder.shape;
  const layers = encoder.shape.layers + 1;
  const { seed, specials, treatment } = request;
  requireDimensions(request.columns, dims);
  const corpus = await readCorpus(tokenizer, request.sentences, specials, options.pause);
  if (corpus.tokens === 0) throw TailscopeError.of('empty-text');
  const starts = Uint32Array.from([...corpus.sentences.map(({ start }) => start), corpus.tokens]);
  const drawn = samplePairs(starts, request.pairs, seeded(seed));
  const items = Uint32Array.from(new Set([...drawn.left, ...drawn.right])).sort();
  const shape = { layers, dims, items, points: Math.min(request.points, corpus.tokens), seed };

  const algebra = new Algebra(runtime);
  const before = new GeometryFold(shape, algebra);
  const after = new GeometryFold(shape, algebra);
  const part = partOf(corpus, isPart);
  const text = inOnePart(sampleOf(part, request.stopAt, seeded(seed)));
  const how = { ...options, random: seeded(seed) };
  const came = new Set<number>();
  let treated = false;
  try {
    for await (const batch of treatedPass({ encoder, runtime }, text, treatment, how)) {
      for (const { index } of batch.sentences) came.add(index);
      await before.add(batch, batch.states);
      treated = batch.treated !== batch.states;
      if (treated) await after.add(batch, batch.treated);
    }
  } finally {
    await algebra.release();
  }
  return {
    corpus: came.size < part.sentences.length ? partOf(part, (sentence) => came.has(sentence)) : part,
    of: part.sentences.length,
    before,
    after: treated ? after : undefined,
    drawn: among(items, drawn),
    items,
    starts,
  };
}

/** Pairs of tokens as pairs of places among the items. */
function among(items: Uint32Array, selection: PairSelection): PairSelection {
  const places = new Map(Array.from(items, (token, place) => [token, place]));
  const place = (token: number) => places.get(token) ?? 0;
  return { ...selection, left: selection.left.map(place), right: selection.right.map(place) };
}

function pointOf({ sentences }: Corpus, token: number): GeometryPoint {
  const after = sentences.findIndex(({ start }) => start > token);
  const sentence = sentences.at(after === -1 ? -1 : after - 1);
  const position = sentence?.measured[token - sentence.start] ?? 0;
  return { text: sentence?.encoded.text[position] ?? '', sentence: sentence?.index ?? 0, position };
}
