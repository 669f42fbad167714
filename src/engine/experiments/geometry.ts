import { TailscopeError } from '../../core/error.ts';
import { seeded } from '../../core/random.ts';
import { columnsOf, cosineSample } from '../../measures/cosine-sample.ts';
import { drawDistinct } from '../../measures/draw-distinct.ts';
import type { PairSelection } from '../../measures/sample-pairs.ts';
import { samplePairs } from '../../measures/sample-pairs.ts';
import type { GeometryPoint, GeometryRequest, GeometryResult } from '../../protocol/experiments/geometry.ts';
import { Algebra } from '../algebra.ts';
import { readCorpus, type Corpus } from '../corpus.ts';
import { requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { GeometryFold } from './geometry-fold.ts';
import type { RunOptions } from './run-options.ts';
import { treatedPass } from './treated-pass.ts';

/**
 * How the vectors of a text lie: how alike any two are, how evenly they use their dimensions, and where some of them are. Vectors
 * are kept of drawn pairs and of drawn tokens alone.
 * @throws TailscopeError("empty-text" | "dimension" | "not-finite" | "run"), or what `pause` rejects with
 * @see docs/measures.md, "Geometry"
 */
export async function geometry(
  { encoder, tokenizer, runtime }: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: GeometryRequest,
  options: RunOptions = {},
): Promise<GeometryResult> {
  const { dims } = encoder.shape;
  const layers = encoder.shape.layers + 1;
  const { seed, specials, treatment } = request;
  requireDimensions(request.columns, dims);
  const corpus = await readCorpus(tokenizer, request.sentences, specials, options.pause);
  if (corpus.tokens === 0) throw TailscopeError.of('empty-text');
  const starts = Uint32Array.from([...corpus.sentences.map(({ start }) => start), corpus.tokens]);
  const drawn = samplePairs(starts, request.pairs, seeded(seed));
  const items = Uint32Array.from(new Set([...drawn.left, ...drawn.right])).sort();
  const points = drawPoints(corpus, request);
  const shape = { layers, dims, items, points };

  const algebra = new Algebra(runtime);
  const before = new GeometryFold(shape, algebra);
  const after = new GeometryFold(shape, algebra);
  let treated = false;
  try {
    for await (const batch of treatedPass({ encoder, runtime }, corpus, treatment, options)) {
      await before.add(batch, batch.states);
      treated = batch.treated !== batch.states;
      if (treated) await after.add(batch, batch.treated);
    }
  } finally {
    await algebra.release();
  }
  const pairs = among(items, drawn);
  return {
    layers,
    dims,
    before: before.finish(pairs, seed),
    after: treated ? after.finish(pairs, seed) : undefined,
    pairs: {
      sample: cosineSample(before.items, pairs),
      columns: columnsOf(before.items, new Set(request.columns)),
    },
    pairsFrom: drawn.from,
    pairsComplete: drawn.complete,
    points: points.map((token) => pointOf(corpus, token)),
    truncated: corpus.truncated.map(({ sentence }) => sentence),
    sentences: corpus.sentences.length,
    tokens: corpus.tokens,
  };
}

/** Numbers of measured tokens, rising; all where there are no more. */
function drawPoints({ tokens }: Corpus, { points, seed }: GeometryRequest): number[] {
  if (tokens <= points) return [...Array(tokens).keys()];
  return drawDistinct(tokens, points, seeded(seed)).sort((a, b) => a - b);
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
