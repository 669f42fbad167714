import { TailscopeError } from '../../core/error.ts';
import { TERMS } from '../../measures/life.ts';
import type { LifeRequest, LifeResult } from '../../protocol/experiments/life.ts';
import { bucket } from '../bucket.ts';
import { TOKEN_KINDS } from '../../text/index.ts';
import { readCorpus, type Corpus } from '../corpus.ts';
import type { Encoder } from '../encoder.ts';
import { requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { tokenBatch } from '../token-batch.ts';
import { tokensOf } from '../tokens-of.ts';
import { embeddingParts, termsOfToken } from './life-terms.ts';
import type { RunOptions } from './run-options.ts';

/**
 * What embeddings, attention, feed-forward blocks and LayerNorms each add to some dimensions, layer by layer: the mean over the
 * measured words, and of the first few tokens each. Special tokens are left out of the mean where there are words: a block that
 * adds hundreds to [CLS] alone would be all that is seen of it.
 * @param encoder of the model, opened with its terms
 * @throws TailscopeError("empty-text" | "dimension" | "run"), or what `pause` rejects with
 */
export async function life(
  { tokenizer }: Pick<Model, 'tokenizer'>,
  encoder: Encoder,
  request: LifeRequest,
  { onProgress, pause }: RunOptions = {},
): Promise<LifeResult> {
  const { dims } = request;
  const { layers } = encoder.shape;
  requireDimensions(dims, encoder.shape.dims);
  const corpus = await readCorpus(tokenizer, request.sentences, request.specials, pause);
  if (corpus.tokens === 0) throw TailscopeError.of('empty-text');

  const words = wordsIn(corpus);
  const averaged = words === 0 ? corpus.tokens : words;
  const size = dims.length * (layers + 1) * TERMS;
  const tokens = Math.min(request.tokens, corpus.tokens);
  const each = new Float32Array(tokens * size);
  const mean = new Float64Array(size);
  const one = new Float64Array(size);
  let largestError = 0;
  let parts: number | undefined;
  let done = 0;
  const batches = bucket(corpus.sentences.map(({ encoded }) => encoded.ids.length));
  for (const [b, indices] of batches.entries()) {
    if (b > 0) await pause?.();
    const sentences = indices.flatMap((i) => corpus.sentences[i] ?? []);
    const raw = await encoder.terms(tokenBatch(sentences.map(({ encoded }) => encoded.ids)), dims);
    parts = embeddingParts(raw, dims.length);
    let first = 0;
    for (const { encoded, measured, start } of sentences) {
      for (const [i, position] of measured.entries()) {
        largestError = Math.max(largestError, termsOfToken(raw, first + position, { layers, dims }, one));
        if (words === 0 || encoded.kind[position] === WORD)
          for (const [t, term] of one.entries()) mean[t] = (mean[t] ?? 0) + term / averaged;
        if (start + i < tokens) each.set(one, (start + i) * size);
      }
      first += encoded.ids.length;
    }
    done += sentences.length;
    onProgress?.({ sentences: done, of: corpus.sentences.length });
  }
  return {
    dims,
    layers: layers + 1,
    embeddings: parts !== undefined,
    segments: parts === 3,
    mean,
    averaged,
    tokens: firstTokens(tokensOf(corpus.sentences), tokens),
    each,
    largestError,
    truncated: corpus.truncated.map(({ sentence }) => sentence),
    sentences: corpus.sentences.length,
    measured: corpus.tokens,
  };
}

const WORD = TOKEN_KINDS.indexOf('word');

/** Measured tokens that are no special ones. */
function wordsIn({ sentences }: Corpus): number {
  let words = 0;
  for (const { encoded, measured } of sentences)
    for (const position of measured) if (encoded.kind[position] === WORD) words++;
  return words;
}

function firstTokens(all: LifeResult['tokens'], count: number): LifeResult['tokens'] {
  return {
    text: all.text.slice(0, count),
    id: all.id.slice(0, count),
    sentence: all.sentence.slice(0, count),
    position: all.position.slice(0, count),
    kind: all.kind.slice(0, count),
    continues: all.continues.slice(0, count),
  };
}
