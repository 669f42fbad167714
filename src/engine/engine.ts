import { TailscopeError } from '../core/error.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import { columnsOf, cosineSample, type Column } from '../measures/cosine-sample.ts';
import { allPairs } from '../measures/pairs.ts';
import type { CallContext, Handlers } from '../protocol/channel/index.ts';
import type {
  ColumnsRequest,
  Exploration,
  ExploreRequest,
  HeldSample,
  SimilarityRequest,
  VectorRequest,
} from '../protocol/exploration.ts';
import { explore, type HeldVectors } from './explore.ts';
import { requireDimensions } from './keep-inside.ts';
import { Lru } from './lru.ts';
import type { Model } from './model.ts';
import type { SessionQueue } from './session-queue.ts';
import { itemVectors } from './similarity.ts';

/** Explorations whose vectors are held; 64 MB each at most. */
const EXPLORATIONS = 4;
/** Samples that later columns can be asked of. */
const SAMPLES = 16;

/** Answers the page's questions with the model that is loaded. How one is loaded is the host's affair. */
export class Engine implements Omit<Handlers, 'load'> {
  readonly #queue: SessionQueue;
  readonly #explorations = new Lru<HeldVectors>(EXPLORATIONS);
  /** By handle; those of explorations share their exploration's. */
  readonly #samples = new Lru<HiddenStates>(SAMPLES);
  #model: Model | undefined;
  #nextHandle: number;

  /** @param firstHandle handles count up from here */
  constructor(queue: SessionQueue, firstHandle = 1) {
    this.#queue = queue;
    this.#nextHandle = firstHandle;
  }

  /**
   * Puts a model in place of the last one, whose explorations stay answerable.
   * To be called while holding the session queue.
   */
  async use(model: Model): Promise<void> {
    const before = this.#model;
    this.#model = model;
    if (before && before.encoder !== model.encoder) await before.encoder.release();
  }

  readonly explore = (request: ExploreRequest, context: CallContext<'explore'>): Promise<Exploration> => {
    const { priority, signal, onProgress } = context;
    return this.#queue.run(priority, signal, async (turn) => {
      if (!this.#model) throw TailscopeError.of('no-model');
      const handle = this.#nextHandle++;
      const options = { onProgress, pause: () => turn.pause() };
      const { exploration, held } = await explore(this.#model, request, handle, options);
      this.#explorations.set(handle, held);
      return exploration;
    });
  };

  readonly columns = ({ handle, dims }: ColumnsRequest): Promise<ReadonlyMap<number, Column>> =>
    attempt(() => {
      const vectors = this.#samples.get(handle) ?? this.#explorations.get(handle)?.pairs;
      if (!vectors) throw TailscopeError.of('stale');
      requireDimensions(dims, vectors.dims);
      return columnsOf(vectors, dims);
    });

  readonly similarity = (request: SimilarityRequest): Promise<HeldSample> =>
    attempt(() => {
      const vectors = itemVectors(this.#held(request.exploration), request);
      requireDimensions(request.columns, vectors.dims);
      const handle = this.#nextHandle++;
      this.#samples.set(handle, vectors);
      const sample = cosineSample(vectors, allPairs(vectors.tokens));
      return { handle, sample, columns: columnsOf(vectors, request.columns) };
    });

  readonly vector = ({ exploration, token }: VectorRequest): Promise<Float32Array> =>
    attempt(() => {
      const held = this.#held(exploration);
      return itemVectors(held, { exploration, of: 'tokens', items: [token], columns: [] }).data;
    });

  #held(handle: number): HeldVectors {
    const held = this.#explorations.get(handle);
    if (!held) throw TailscopeError.of('stale');
    return held;
  }
}

/** A promise that also carries what is thrown at once. */
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
