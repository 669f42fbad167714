import { TailscopeError } from '../core/error.ts';
import type { HiddenStates } from '../core/hidden-states.ts';
import { columnsOf, cosineSample, type Column } from '../measures/cosine-sample.ts';
import { allPairs } from '../measures/pairs.ts';
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
import { explore, type HeldVectors, MEMORY } from './explore.ts';
import { requireDimensions } from './keep-inside.ts';
import { Lru } from './lru.ts';
import type { Model } from './model.ts';
import type { SessionQueue, Turn } from './session-queue.ts';
import { itemVectors } from './similarity.ts';

/** Explorations of one kind whose vectors are held: the one on screen, and the one about to take its place. */
const EXPLORATIONS = 2;
/** Samples of one kind that later columns can be asked of. */
const SAMPLES = 4;

/**
 * What is held of whole runs, or of those with a cut inside: each kind by itself, since switches that
 * go on and off inside the network would otherwise push out the whole run that stays on screen.
 */
class Held {
  readonly explorations = new Lru<HeldVectors>(EXPLORATIONS);
  /** By handle; those of explorations share their exploration's. */
  readonly samples = new Lru<HiddenStates>(SAMPLES);
}

export interface EngineOptions {
  /** Handles count up from here. */
  readonly firstHandle?: number;
  /** Bytes of vectors held for one exploration. */
  readonly memory?: number;
}

/** Answers the page's questions with the model that is loaded. How one is loaded is the host's affair. */
export class Engine implements Pick<Handlers, 'explore' | 'steer' | 'columns' | 'similarity' | 'vector'> {
  readonly #queue: SessionQueue;
  readonly #whole = new Held();
  readonly #inside = new Held();
  readonly #memory: number;
  /** Long passes under way, by what ends them with what they have. */
  readonly #endings = new Set<() => void>();
  #model: Model | undefined;
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
  async use(model: Model): Promise<void> {
    const before = this.#model;
    this.#model = model;
    if (before && before.encoder !== model.encoder) await before.encoder.release();
  }

  /** Runs a job on the model that is loaded when its turn comes. */
  readonly onModel = <T>(
    { priority, signal }: Pick<CallContext<'explore'>, 'priority' | 'signal'>,
    job: (model: Model, turn: Turn) => Promise<T>,
  ): Promise<T> =>
    this.#queue.run(priority, signal, async (turn) => {
      if (!this.#model) throw TailscopeError.of('no-model');
      return job(this.#model, turn);
    });

  readonly explore = (request: ExploreRequest, context: CallContext<'explore'>): Promise<Exploration> => {
    const { priority, signal, onProgress } = context;
    return this.#queue.run(priority, signal, async (turn) => {
      if (!this.#model) throw TailscopeError.of('no-model');
      const handle = this.#nextHandle++;
      let enough = false;
      const ending = () => {
        enough = true;
      };
      if (priority === 'batch') this.#endings.add(ending);
      try {
        const { exploration, held } = await explore(this.#model, request, handle, {
          onProgress,
          pause: () => turn.pause(),
          enough: () => enough,
          memory: this.#memory,
        });
        // nobody waits for it any more: it must not push out what is on screen
        if (signal.aborted) throw TailscopeError.from(signal.reason);
        (request.inside ? this.#inside : this.#whole).explorations.set(handle, held);
        return exploration;
      } finally {
        this.#endings.delete(ending);
      }
    });
  };

  readonly steer = ({ to }: { readonly to: Steering }): Promise<null> => {
    if (to === 'keep') for (const ending of this.#endings) ending();
    if (to === 'pause') this.#queue.hold();
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

  #held(handle: number): { readonly among: Held; readonly held: HeldVectors } {
    for (const among of [this.#whole, this.#inside]) {
      const held = among.explorations.get(handle);
      if (held) return { among, held };
    }
    throw TailscopeError.of('stale');
  }

  #vectors(handle: number): HiddenStates | undefined {
    for (const { samples, explorations } of [this.#whole, this.#inside]) {
      const vectors = samples.get(handle) ?? explorations.get(handle)?.pairs;
      if (vectors) return vectors;
    }
    return undefined;
  }
}

/** A promise that also carries what is thrown at once. */
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
