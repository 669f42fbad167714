import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-common';
import { TailscopeError } from '../core/error.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import { hiddenName, INPUT, MASKED_LOGITS, scalesName, termsName } from '../graph/index.ts';
import type { KeptStates } from './kept-states.ts';
import { Reused } from './reused.ts';
import { runSession, type Session } from './run-session.ts';
import { BatchRoom, padded, type Padding, type TokenBatch } from './token-batch.ts';

/** What the session's network is, as its graph's inputs need to know it. */
export interface EncoderShape extends Padding {
  /** Layers of the network, L. */
  readonly layers: number;
  readonly dims: number;
}

export type { Session } from './run-session.ts';

/** A token of a batch. */
export interface Place {
  readonly sentence: number;
  readonly token: number;
}

export interface EncodeOptions {
  /** Factor on every hidden state inside the network, [layers + 1, dims]; ones when left out. */
  readonly keep?: Float32Array;
  /** Factor on the position embeddings; 1 when left out. */
  readonly positionScale?: number;
  /** Whether the next such batch may overwrite these hidden states: one memory then serves them all. */
  readonly reuse?: boolean;
  /** Whether the same batch is likely to be asked for again: where the encoder keeps states, these are kept, and not to be written to. */
  readonly again?: boolean;
  /** The place that each token of a sentence is said to have; its own when left out. */
  readonly places?: (ids: Uint32Array) => ArrayLike<number>;
}

/** Other positions than a sentence's own. */
export type Moved = Pick<EncodeOptions, 'positionScale' | 'places'>;

/** What makes up the hidden states of a batch at some dimensions, as the graph gives it; see `life-terms.ts`. */
export interface RawTerms {
  /** By layer, undefined where the embeddings are projected: [tokens, columns], padding left out. */
  readonly terms: readonly (Float32Array | undefined)[];
  /** By layer, [2 or 4, traced]. */
  readonly scales: readonly (Float32Array | undefined)[];
  readonly states: HiddenStates;
}

/**
 * Runs a network on batches of sentences. Its session must not be asked for two batches at once: the
 * queue sees to that.
 */
export class Encoder {
  readonly shape: EncoderShape;
  readonly #session: Session;
  readonly #Tensor: TensorConstructor;
  readonly #keepAll: Float32Array;
  readonly #outputs: readonly string[];
  readonly #room = new BatchRoom();
  /** Only zeros: BERT's two types of sentences are not told apart here. */
  readonly #types = new Reused((length) => new BigInt64Array(length));
  readonly #states = new Reused((length) => new Float32Array(length));
  readonly #always: Moved;
  readonly #kept: KeptStates | undefined;

  /**
   * @param always how every batch is told its positions, where the batch itself says nothing
   * @param kept of the network's own; nothing is kept where it is left out
   */
  constructor(
    session: Session,
    Tensor: TensorConstructor,
    shape: EncoderShape,
    always: Moved = {},
    kept?: KeptStates,
  ) {
    this.#session = session;
    this.#Tensor = Tensor;
    this.shape = shape;
    this.#always = always;
    this.#kept = kept;
    this.#keepAll = new Float32Array((shape.layers + 1) * shape.dims).fill(1);
    this.#outputs = Array.from({ length: shape.layers + 1 }, (_, layer) => hiddenName(layer));
  }

  /**
   * @returns hidden states of the batch's tokens in order, padding left out
   * @throws TailscopeError("run") when the runtime fails, ("positions-fixed") when an export has no scale for them
   */
  async encode(batch: TokenBatch, options: EncodeOptions = {}): Promise<HiddenStates> {
    const feeds = this.#feeds(batch, options, []);
    const fed = options.again === true && this.#kept ? textOf(feeds) : undefined;
    const known = fed === undefined ? undefined : this.#kept?.get(fed);
    if (known) return known;
    const states = await runSession(this.#session, feeds, this.#outputs, (results) =>
      this.#unpad(batch, results, options.reuse === true),
    );
    if (fed !== undefined) this.#kept?.set(fed, states);
    return states;
  }

  /** Whether hidden states of so many tokens would all be kept. */
  keeps(tokens: number): boolean {
    const bytes = tokens * (this.shape.layers + 1) * this.shape.dims * Float32Array.BYTES_PER_ELEMENT;
    return this.#kept !== undefined && bytes <= this.#kept.most;
  }

  /**
   * What the masked-word head makes of chosen tokens. The model must have been loaded with it.
   * @returns a logit for each word of the vocabulary, by chosen token
   * @throws TailscopeError("run") when the runtime fails
   */
  async maskedLogits(
    batch: TokenBatch,
    chosen: readonly Place[],
    options: EncodeOptions = {},
  ): Promise<Float32Array[]> {
    const feeds = this.#feeds(batch, options, chosen);
    return runSession(this.#session, feeds, [MASKED_LOGITS], async (results) => {
      const logits = await floats(results[MASKED_LOGITS]);
      const words = logits.length / chosen.length;
      // slice, not a view: the runtime's memory is about to be let go of
      return chosen.map((_, i) => logits.slice(i * words, (i + 1) * words));
    });
  }

  /**
   * What makes up hidden states at some dimensions. The model must have been loaded with its terms.
   * @throws TailscopeError("run") when the runtime fails
   */
  async terms(batch: TokenBatch, traced: readonly number[], options: EncodeOptions = {}): Promise<RawTerms> {
    const feeds = this.#feeds(batch, options, [], traced);
    const { outputNames } = this.#session;
    const layers = Array.from({ length: this.shape.layers + 1 }, (_, layer) => layer);
    const wanted = [...this.#outputs, ...layers.flatMap((l) => [termsName(l), scalesName(l)])];
    const outputs = wanted.filter((name) => outputNames.includes(name));
    return runSession(this.#session, feeds, outputs, async (results) => ({
      states: await this.#unpad(batch, results, false),
      terms: await Promise.all(
        layers.map(async (layer) => {
          const found = results[termsName(layer)];
          return found && unpadRows(batch, await floats(found), found.dims[1] ?? 0);
        }),
      ),
      scales: await Promise.all(
        layers.map(async (layer) => {
          const found = results[scalesName(layer)];
          return found && (await floats(found)).slice();
        }),
      ),
    }));
  }

  /** The same session, told other positions with every batch; it ends with this one. */
  moved(always: Moved): Encoder {
    return new Encoder(this.#session, this.#Tensor, this.shape, always, this.#kept);
  }

  async release(): Promise<void> {
    await this.#session.release();
  }

  #feeds(
    batch: TokenBatch,
    asked: EncodeOptions,
    chosen: readonly Place[],
    traced: readonly number[] = [],
  ): Record<string, Tensor> {
    const options = { ...this.#always, ...asked };
    const { ids, mask, positions, shape } = padded(batch, this.shape, this.#room, options.places);
    const { layers, dims } = this.shape;
    const Tensor = this.#Tensor;
    const rows = BigInt64Array.from(chosen, ({ sentence, token }) =>
      BigInt(sentence * batch.longest + token),
    );
    const feeds = {
      [INPUT.ids]: new Tensor('int64', ids, shape),
      [INPUT.mask]: new Tensor('int64', mask, shape),
      [INPUT.types]: new Tensor('int64', this.#types.take(ids.length), shape),
      [INPUT.positions]: new Tensor('int64', positions, shape),
      [INPUT.positionScale]: new Tensor('float32', Float32Array.of(options.positionScale ?? 1), [1]),
      [INPUT.keep]: new Tensor('float32', options.keep ?? this.#keepAll, [layers + 1, dims]),
      [INPUT.maskedRows]: new Tensor('int64', rows, [chosen.length]),
      [INPUT.traced]: new Tensor('int64', BigInt64Array.from(traced, BigInt), [traced.length]),
    };
    const { inputNames } = this.#session;
    const scaled = options.positionScale !== undefined && !inputNames.includes(INPUT.positionScale);
    const moved = options.places !== undefined && !inputNames.includes(INPUT.positions);
    if (scaled || moved) throw TailscopeError.of('positions-fixed');
    return Object.fromEntries(Object.entries(feeds).filter(([name]) => inputNames.includes(name)));
  }

  async #unpad(
    batch: TokenBatch,
    results: InferenceSession.ReturnType,
    reuse: boolean,
  ): Promise<HiddenStates> {
    const layers = this.shape.layers + 1;
    const { dims } = this.shape;
    const { sentences, tokens, longest } = batch;
    const size = layers * tokens * dims;
    const data = reuse ? this.#states.take(size) : new Float32Array(size);
    for (const [layer, name] of this.#outputs.entries()) {
      const states = await floats(results[name]);
      let to = layer * tokens * dims;
      for (const [row, ids] of sentences.entries()) {
        const from = row * longest * dims;
        data.set(states.subarray(from, from + ids.length * dims), to);
        to += ids.length * dims;
      }
    }
    return { layers, tokens, dims, data };
  }
}

/** Rows [batch * length, columns] without those of padding. */
function unpadRows({ sentences, tokens, longest }: TokenBatch, rows: Float32Array, columns: number) {
  const data = new Float32Array(tokens * columns);
  let to = 0;
  for (const [row, ids] of sentences.entries()) {
    const from = row * longest * columns;
    data.set(rows.subarray(from, from + ids.length * columns), to);
    to += ids.length * columns;
  }
  return data;
}

/** All that a network is fed, as one text. */
function textOf(feeds: Readonly<Record<string, Tensor>>): string {
  return Object.entries(feeds)
    .map(([name, { dims, data }]) => `${name} ${dims.join()} ${String(data)}`)
    .join('\n');
}

async function floats(tensor: Tensor | undefined): Promise<Float32Array> {
  const data = await tensor?.getData();
  if (data instanceof Float32Array) return data;
  throw new TypeError('the session returned no float32 hidden states');
}
