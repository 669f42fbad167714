import type { CallOptions } from '../protocol/channel/index.ts';
import type { RunnerUps } from '../measures/runner-ups.ts';
import type { Exploration, ExploreRequest, HeldSample } from '../protocol/exploration.ts';
import type { MessageName, Request, Response } from '../protocol/messages.ts';
import type { LoadedModel } from '../protocol/model.ts';
import type { Caller } from './caller.ts';

/** A call that a test answers when it likes. */
export interface FakeCall<N extends MessageName> {
  readonly request: Request<N>;
  readonly options: CallOptions<N>;
  readonly resolve: (response: Response<N>) => void;
  readonly reject: (error: unknown) => void;
}

type Log = { readonly [N in MessageName]: FakeCall<N>[] };

/** Stands in for the page's end of the channel: it records calls and leaves answering to the test. */
export class FakeCaller implements Caller {
  readonly #log: Log = {
    load: [],
    unload: [],
    explore: [],
    steer: [],
    columns: [],
    similarity: [],
    vector: [],
    difference: [],
    look: [],
    peek: [],
    download: [],
    stored: [],
    'self-similarity': [],
    wic: [],
    wsd: [],
    sts: [],
    syntax: [],
    classifier: [],
    geometry: [],
    umap: [],
    origins: [],
    life: [],
    positions: [],
    'position-probe': [],
    guess: [],
    'passage-loss': [],
    portrait: [],
    'task-scores': [],
    'control-scores': [],
  };

  call<N extends MessageName>(
    name: N,
    request: Request<N>,
    options: CallOptions<N> = {},
  ): Promise<Response<N>> {
    const calls: FakeCall<N>[] = this.#log[name];
    return new Promise((resolve, reject) => {
      calls.push({ request, options, resolve, reject });
    });
  }

  /** The calls of one name, oldest first. */
  of<N extends MessageName>(name: N): readonly FakeCall<N>[] {
    return this.#log[name];
  }

  last<N extends MessageName>(name: N): FakeCall<N> {
    const call = this.of(name).at(-1);
    if (!call) throw new Error(`nobody called ${name}`);
    return call;
  }

  /** Calls of any name so far. */
  get count(): number {
    return Object.values(this.#log).flat().length;
  }
}

export const MODEL: LoadedModel = {
  id: 'small',
  name: 'small',
  layers: 1,
  dims: 4,
  heads: 1,
  maxTokens: 16,
  parameters: 100,
  bytes: 400,
  weights: { name: 'model.safetensors', others: [], approximate: false },
  positionEmbeddings: true,
  runsOn: { provider: 'wasm', threads: 1 },
};

/** How an experiment was asked, but for its data: with nothing done to the vectors. */
export const ASKED = {
  specials: 'include',
  seed: 1,
  model: MODEL,
  treatment: { cut: [], where: 'after' },
  columns: 'all',
} as const;

/** An exploration of two layers and four dimensions in which dimension 3 is the minimum of every vector. */
export function exploration(request: ExploreRequest, handle = 1): Exploration {
  const sentences = request.sentences.filter((line) => line.trim() !== '').length;
  const words = 8 * sentences;
  const minima = new Uint32Array(3 * 2 * 4);
  minima[3] = words;
  minima[7] = words;
  return {
    handle,
    request,
    sentences,
    of: sentences,
    counted: [words, 0, 0],
    truncated: [],
    unknown: 0,
    layers: 2,
    dims: 4,
    mean: Float32Array.of(0, 0.1, -0.1, -4, 0, 0.1, -0.1, -4),
    square: new Float32Array(8),
    minima,
    maxima: new Uint32Array(24),
    nextMinima: runnersUp(3, 1, words),
    nextMaxima: runnersUp(0, 1, 0),
    direction: Float32Array.of(0, 0, 0, -1, 0, 0, 0, -1),
    contribution: new Float64Array(8),
    histogram: { bins: 2, width: Float64Array.of(1, 1), counts: new Uint32Array(16) },
    tokens: {
      text: ['one', 'two'],
      id: Uint32Array.of(1, 2),
      sentence: Uint32Array.of(0, 0),
      position: Uint16Array.of(0, 1),
      kind: new Uint8Array(2),
      continues: new Uint8Array(2),
    },
    pairs: held(handle, [3]),
    pairsFrom: 'different-sentences',
    pairsComplete: true,
  };
}

/** In both layers of all `count` vectors one dimension next to the extreme. */
function runnersUp(extreme: number, next: number, count: number): RunnerUps {
  return {
    starts: Uint32Array.of(0, 1, 2),
    extreme: Uint16Array.of(extreme, extreme),
    next: Uint16Array.of(next, next),
    count: Uint32Array.of(count, count),
  };
}

/** One pair of vectors, (1, 0, 0, -4) and (0, 1, 0, -4), in both layers. */
export function held(handle: number, dims: readonly number[]): HeldSample {
  const columns: Record<number, Float32Array> = {
    0: Float32Array.of(1, 0, 1, 0),
    1: Float32Array.of(0, 1, 0, 1),
    2: Float32Array.of(0, 0, 0, 0),
    3: Float32Array.of(-4, -4, -4, -4),
  };
  return {
    handle,
    sample: {
      layers: 2,
      items: 2,
      squares: Float64Array.of(17, 17, 17, 17),
      left: Uint32Array.of(0),
      right: Uint32Array.of(1),
      weights: Float64Array.of(1),
      dots: Float64Array.of(16, 16),
    },
    columns: new Map(dims.map((dim) => [dim, columns[dim] ?? new Float32Array(4)])),
  };
}

/** For tests in which the worker holds everything. */
export function unexpected(): never {
  throw new Error('nothing was let go of');
}

/** Lets every promise that is settled already say so. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}
