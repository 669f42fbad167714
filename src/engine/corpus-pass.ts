import type { HiddenStates } from '../core/hidden-states.ts';
import { shuffled, type Random } from '../core/random.ts';
import { bucket } from './bucket.ts';
import { partOf, type Corpus, type Sentence } from './corpus.ts';
import type { EncodeOptions, Encoder } from './encoder.ts';
import { tokenBatch } from './token-batch.ts';

/** The measured tokens of some sentences that ran together; good until the next batch where memory is reused. */
export interface MeasuredBatch {
  readonly sentences: readonly Sentence[];
  /** Hidden states of their measured tokens alone. */
  readonly states: HiddenStates;
  /** Those of a second run of the same tokens, where one was asked for. */
  readonly beside: HiddenStates | undefined;
  /** Index into TOKEN_KINDS, by token. */
  readonly kinds: Uint8Array;
  /** First token of each sentence within the batch, and the number of tokens at the end. */
  readonly starts: Uint32Array;
}

export interface PassOptions extends EncodeOptions {
  /** Runs every batch a second time with these. */
  readonly beside?: EncodeOptions;
  /** Awaited between two batches; rejecting it ends the pass. */
  readonly pause?: () => Promise<void>;
  /** Shuffles the batches, so that those of a pass that is broken off are a fair sample; shortest first without it. */
  readonly random?: Random;
}

/**
 * Runs every sentence through the network once, in batches of similar length. A second run beside the first
 * never shares its memory.
 */
export async function* corpusPass(
  encoder: Encoder,
  corpus: Corpus,
  { pause, beside, random, ...options }: PassOptions = {},
): AsyncGenerator<MeasuredBatch> {
  let first = true;
  const again = options.reuse !== true && encoder.keeps(corpus.tokens);
  for (const sentences of batchesOf(corpus, random)) {
    if (!first) await pause?.();
    first = false;
    const tokens = tokenBatch(sentences.map(({ encoded }) => encoded.ids));
    const states = await encoder.encode(tokens, { ...options, again });
    const second = beside && (await encoder.encode(tokens, { ...beside, again }));
    yield measure(sentences, states, second);
  }
}

function* batchesOf({ sentences }: Corpus, random: Random | undefined): Generator<readonly Sentence[]> {
  // by what they say, so that the same sentences in another order are the same batches: those run once
  const sorted = [...sentences].sort((a, b) => compareIds(a.encoded.ids, b.encoded.ids));
  const batches = bucket(sorted.map(({ encoded }) => encoded.ids.length));
  const order = random ? shuffled(batches.length, random) : batches.keys();
  for (const b of order) yield (batches[b] ?? []).flatMap((i) => sorted[i] ?? []);
}

function compareIds(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== b.length) return a.length - b.length;
  const i = a.findIndex((id, place) => id !== b[place]);
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}

/**
 * The sentences that a shuffled pass comes by before it has so many: of one that stopped there, the very same.
 * @param most all where it is left out
 */
export function sampleOf(corpus: Corpus, most: number | undefined, random: Random): Corpus {
  if (most === undefined || most >= corpus.sentences.length) return corpus;
  const drawn = new Set<number>();
  for (const batch of batchesOf(corpus, random)) {
    if (drawn.size >= most) break;
    for (const { index } of batch) drawn.add(index);
  }
  return partOf(corpus, (sentence) => drawn.has(sentence));
}

function measure(
  sentences: readonly Sentence[],
  states: HiddenStates,
  beside: HiddenStates | undefined,
): MeasuredBatch {
  const starts = new Uint32Array(sentences.length + 1);
  for (const [s, { measured }] of sentences.entries()) starts[s + 1] = (starts[s] ?? 0) + measured.length;
  const tokens = starts[sentences.length] ?? 0;
  const rows = new Uint32Array(tokens);
  const kinds = new Uint8Array(tokens);
  let row = 0;
  let token = 0;
  for (const { encoded, measured } of sentences) {
    for (const i of measured) {
      rows[token] = row + i;
      kinds[token] = encoded.kind[i] ?? 0;
      token++;
    }
    row += encoded.ids.length;
  }
  const pick = (all: HiddenStates) => (tokens === all.tokens ? all : pickRows(all, rows));
  return { sentences, states: pick(states), beside: beside && pick(beside), kinds, starts };
}

/** Hidden states of some of the tokens, in the order named. */
export function pickRows(states: HiddenStates, rows: Uint32Array): HiddenStates {
  const { layers, dims } = states;
  const data = new Float32Array(layers * rows.length * dims);
  for (let layer = 0; layer < layers; layer++) {
    for (const [to, row] of rows.entries()) {
      const from = (layer * states.tokens + row) * dims;
      data.set(states.data.subarray(from, from + dims), (layer * rows.length + to) * dims);
    }
  }
  return { layers, tokens: rows.length, dims, data };
}
