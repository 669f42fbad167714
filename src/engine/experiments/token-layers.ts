import type { HiddenStates } from '../../core/hidden-states.ts';
import type { Corpus } from '../corpus.ts';
import { corpusPass } from '../corpus-pass.ts';
import type { Encoder } from '../encoder.ts';
import { requireFinite } from '../require-finite.ts';
import { ITEM_MEMORY } from './item-chunks.ts';
import type { ReadyTreatment } from './ready-treatment.ts';

/** The vectors of all measured tokens in some layers, in the order of the corpus. */
export interface TokenLayers {
  readonly firstLayer: number;
  /** [layers from the first, tokens, dims] */
  readonly vectors: HiddenStates;
}

export interface TokenLayersOptions {
  readonly onSentences?: (done: number, of: number) => void;
  readonly pause?: () => Promise<void>;
  /** Bytes of vectors to hold at a time. */
  readonly memory?: number;
  /** What is done to the vectors; nothing where it is left out. */
  readonly ready?: ReadyTreatment;
}

/**
 * As many layers at a time as memory allows, one in any case; every sentence runs once for each such part.
 * @throws TailscopeError("not-finite" | "run")
 */
export async function* tokenLayers(
  encoder: Encoder,
  corpus: Corpus,
  { onSentences, pause, memory = ITEM_MEMORY, ready }: TokenLayersOptions,
): AsyncGenerator<TokenLayers> {
  const { dims } = encoder.shape;
  const all = encoder.shape.layers + 1;
  const perLayer = corpus.tokens * dims * Float32Array.BYTES_PER_ELEMENT;
  const size = Math.min(all, Math.max(1, Math.floor(memory / perLayer)));
  const of = Math.ceil(all / size) * corpus.sentences.length;
  let done = 0;
  for (let first = 0; first < all; first += size) {
    const layers = Math.min(size, all - first);
    const data = new Float32Array(layers * corpus.tokens * dims);
    const pass = corpusPass(encoder, corpus, { ...ready?.pass, ...(pause && { pause }) });
    for await (const { sentences, beside, states: whole, starts } of pass) {
      const states = ready ? await ready.apply(beside ?? whole) : whole;
      for (const [s, { start, measured }] of sentences.entries()) {
        for (let layer = 0; layer < layers; layer++) {
          const from = ((first + layer) * states.tokens + (starts[s] ?? 0)) * dims;
          const to = (layer * corpus.tokens + start) * dims;
          const own = states.data.subarray(from, from + measured.length * dims);
          requireFinite(own, first + layer);
          data.set(own, to);
        }
      }
      done += sentences.length;
      onSentences?.(done, of);
    }
    yield { firstLayer: first, vectors: { layers, tokens: corpus.tokens, dims, data } };
  }
}
