import { TailscopeError } from '../core/error.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import { columnsOf, cosineSample, type Column } from '../measures/cosine-sample.ts';
import { allPairs } from '../measures/pairs.ts';
import type { Difference, DifferenceRequest } from '../protocol/difference.ts';
import type { Treatment } from '../protocol/experiments/treatment.ts';
import type { CallContext, Handlers } from '../protocol/channel/index.ts';
import {
  MOST_ITEMS,
  type ColumnsRequest,
  type Exploration,
  type ExploreRequest,
  type HeldSample,
  type SimilarityRequest,
  type VectorRequest,
} from '../protocol/exploration.ts';
import type { Steering } from '../protocol/messages.ts';
import type { LoadedModel, Seat } from '../protocol/model.ts';
import { readCorpus } from './corpus.ts';
import { modelDifference } from './experiments/model-difference.ts';
import { runOptions } from './experiments/run-options.ts';
import { explore, type HeldVectors, MEMORY } from './explore.ts';
import { requireDimensions } from './keep-inside.ts';
import { Lru } from './lru.ts';
import type { Model } from './model.ts';
import type { SessionQueue, Turn } from './session-queue.ts';
import { itemVectors } from './similarity.ts';

/** Explorations of one kind whose vectors are held: the one on screen, and the one about to take its place. */
const EXPLORATIONS = 2;
/** Those of treated vectors: two may be compared. */
const TREATED = 3;
/** Samples of one kind that later columns can be asked of. */
const SAMPLES = 4;

const UNTREATED: Treatment = { cut: [], where: 'after' };

/**
 * What is held of whole runs, or of those with a cut inside or a remedy: each kind by itself, since switches that
 * go on and off would otherwise push out the whole run that stays on screen.
 */
class Held {
  readonly explorations: Lru<HeldVectors>;
  /** By handle; those of explorations share their exploration's. */
  readonly samples = new Lru<HiddenStates>(SAMPLES);

  constructor(explorations: number) {
    this.explorations = new Lru(explorations);
  }
}

export interface EngineOptions {
  /** Handles count up from here. */
  readonly firstHandle?: number;
  /** Bytes of vectors held for one exploration. */
  readonly memory?: number;
}

/** A model in its place, and what is held of its explorations: one model's never push out the other's. */
class Place {
  model: Model | undefined;
  readonly whole = new Held(EXPLORATIONS);
  readonly treated = new Held(TREATED);
}

/**
 * Answers the page's questions with the models that are loaded: its own, and one beside it. They share
 * one queue, since the threads of two sessions would only slow each other. How one is loaded is the
 * host's affair.
 */
export class Engine implements Pick<
  Handlers,
  'explore' | 'steer' | 'columns' | 'similarity' | 'vector' | 'difference'
> {
  readonly #queue: SessionQueue;
  #places: Readonly<Record<Seat, Place>> = { main: new Place(), beside: new Place() };
  readonly #memory: number;
  #nextHandle: number;

  constructor(queue: SessionQueue, { firstHandle = 1, memory = MEMORY }: EngineOptions = {}) {
    this.#queue = queue;
    this.#nextHandle = firstHandle;
    this.#memory = memory;
  }

  /**
   * Puts a model in place of the last one, whose explorations stay answerable.
   * To be called while holding the session queue.
   */
  async use(model: Model, seat: Seat = 'main'): Promise<void> {
    const place = this.#places[seat];
    const before = place.model;
    place.model = model;
    if (before && before.encoder !== model.encoder) await before.encoder.release();
  }

  /** Runs a job on the model that is loaded in a seat when its turn comes. */
  readonly onModel = <T>(
    { priority, signal }: Pick<CallContext<'explore'>, 'priority' | 'signal'>,
    job: (model: Model, turn: Turn) => Promise<T>,
    seat: Seat = 'main',
  ): Promise<T> => this.#queue.run(priority, signal, async (turn) => job(this.#modelIn(seat), turn));

  /** Lets go of a model and of its explorations. To be called while holding the session queue. */
  async leave(seat: Seat): Promise<void> {
    const { model } = this.#places[seat];
    this.#places = { ...this.#places, [seat]: new Place() };
    await model?.encoder.release();
  }

  /** What is loaded in a seat. */
  loaded(seat: Seat): LoadedModel | undefined {
    return this.#places[seat].model?.info;
  }

  readonly explore = (request: ExploreRequest, context: CallContext<'explore'>): Promise<Exploration> => {
    const { priority, signal, onProgress } = context;
    return this.#queue.run(priority, signal, async (turn) => {
      const { seat = 'main' } = request;
      const { whole, treated } = this.#places[seat];
      const model = this.#modelIn(seat);
      const handle = this.#nextHandle++;
      const { exploration, held } = await explore(model, request, handle, {
        ...runOptions(turn, onProgress),
        memory: this.#memory,
      });
      // nobody waits for it any more: it must not push out what is on screen
      if (signal.aborted) throw TailscopeError.from(signal.reason);
      (request.inside || request.remedied ? treated : whole).explorations.set(handle, held);
      return exploration;
    });
  };

  readonly steer = ({ to }: { readonly to: Steering }): Promise<null> => {
    if (to === 'pause') this.#queue.hold();
    else if (to === 'keep') this.#queue.end();
    else this.#queue.resume();
    return Promise.resolve(null);
  };

  readonly columns = ({ handle, dims }: ColumnsRequest): Promise<ReadonlyMap<number, Column>> =>
    attempt(() => {
      const vectors = this.#vectors(handle);
      if (!vectors) throw TailscopeError.of('stale');
      requireDimensions(dims, vectors.dims);
      return columnsOf(vectors, dims);
    });

  readonly similarity = (request: SimilarityRequest): Promise<HeldSample> =>
    attempt(() => {
      const items = request.items.length;
      if (items > MOST_ITEMS) throw TailscopeError.of('too-many-items', { items, most: MOST_ITEMS });
      const { among, held } = this.#held(request.exploration);
      const vectors = itemVectors(held, request);
      requireDimensions(request.columns, vectors.dims);
      const handle = this.#nextHandle++;
      among.samples.set(handle, vectors);
      const sample = cosineSample(vectors, allPairs(vectors.tokens));
      return { handle, sample, columns: columnsOf(vectors, request.columns) };
    });

  readonly vector = ({ exploration, token }: VectorRequest): Promise<Float32Array> =>
    attempt(() => {
      const { held } = this.#held(exploration);
      return itemVectors(held, { exploration, of: 'tokens', items: [token], columns: [] }).data;
    });

  readonly difference = (
    request: DifferenceRequest,
    context: CallContext<'difference'>,
  ): Promise<Difference> => {
    const { priority, signal, onProgress } = context;
    return this.#queue.run(priority, signal, async (turn) => {
      const pause = () => turn.pause();
      const one = this.#modelIn('main');
      const other = this.#modelIn('beside');
      const { sentences, specials } = request;
      const corpus = await readCorpus(one.tokenizer, sentences, specials, pause);
      if (corpus.tokens === 0) throw TailscopeError.of('empty-text');
      const text = { corpus, sentences };
      const layers = await modelDifference(one, other, text, UNTREATED, { onProgress, pause });
      return { request, sentences: corpus.sentences.length, tokens: corpus.tokens, layers };
    });
  };

  #modelIn(seat: Seat): Model {
    const { model } = this.#places[seat];
    if (!model && seat === 'beside') throw TailscopeError.of('no-model-beside');
    if (!model) throw TailscopeError.of('no-model');
    return model;
  }

  #held(handle: number): { readonly among: Held; readonly held: HeldVectors } {
    for (const among of this.#all()) {
      const held = among.explorations.get(handle);
      if (held) return { among, held };
    }
    throw TailscopeError.of('stale');
  }

  #vectors(handle: number): HiddenStates | undefined {
    for (const { samples, explorations } of this.#all()) {
      const vectors = samples.get(handle) ?? explorations.get(handle)?.pairs;
      if (vectors) return vectors;
    }
    return undefined;
  }

  #all(): readonly Held[] {
    return Object.values(this.#places).flatMap(({ whole, treated }) => [whole, treated]);
  }
}

/** A promise that also carries what is thrown at once. */
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
