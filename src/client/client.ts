import { TailscopeError } from '../core/error.ts';
import { AskingEnd, type CallOptions, type Start } from '../protocol/channel/index.ts';
import type { MessageName, Request, Response } from '../protocol/messages.ts';
import type { LoadRequest, RunsOn } from '../protocol/model.ts';
import { strings } from '../strings/index.ts';
import { spawnWorker, watchLock, type WorkerLike } from './worker-life.ts';

export interface ClientOptions {
  /** Address of the page's folder, ending in a slash. Default: the document's. */
  readonly base?: string;
  /** WASM threads; left out, the worker finds the fastest number. */
  readonly threads?: number | undefined;
  readonly spawn?: () => WorkerLike;
  readonly watch?: typeof watchLock;
}

export interface Client {
  /**
   * Asks the worker. One that died is replaced, and the last model loaded again, before the call goes out.
   * @throws (rejects with) TailscopeError: 'cancelled', 'superseded', 'worker-died', or what went wrong
   */
  call<N extends MessageName>(name: N, request: Request<N>, options?: CallOptions<N>): Promise<Response<N>>;
  /** Told each time a worker dies or loses its device. Returns a function that stops listening. */
  onCrash(listener: (error: TailscopeError) => void): () => void;
  /** Told when a model that is loaded changes where it runs. Returns a function that stops listening. */
  onRunsOn(listener: (where: RunsOn) => void): () => void;
  dispose(): void;
}

interface Living {
  readonly worker: WorkerLike;
  readonly end: AskingEnd;
  readonly watching: AbortController;
  /** The last model's loading, in a worker that replaces another. */
  loading: Promise<unknown> | undefined;
  hasModel: boolean;
}

/** Handles of one worker; far more than anyone asks for in a worker's life. */
const HANDLES = 2 ** 32;
/** After these the worker is of no more use: the runtime remembers that it failed to start. */
const FATAL = new Set(['runtime-missing']);

/** Different for every worker of every page; crypto.randomUUID would be there on secure pages only. */
function lockName(generation: number): string {
  const [random = 0] = crypto.getRandomValues(new BigUint64Array(1));
  return `tailscope-worker-${random.toString(36)}-${generation}`;
}

/** What is asked of other hosts and of storage, whatever model is loaded. */
const WITHOUT_MODEL: ReadonlySet<MessageName> = new Set(['look', 'peek', 'download', 'stored']);

/** Only a request to load names a source. */
function loadRequestIn(request: Request<MessageName>): LoadRequest | undefined {
  return 'source' in request ? request : undefined;
}

export function createClient(options: ClientOptions = {}): Client {
  return new WorkerClient(options);
}

class WorkerClient implements Client {
  readonly #options: ClientOptions;
  readonly #crash = new Set<(error: TailscopeError) => void>();
  readonly #runsOn = new Set<(where: RunsOn) => void>();
  #living: Living | undefined;
  #spawned = 0;
  #lastLoad: LoadRequest | undefined;
  /** Why the model that is loaded next runs where it does. */
  #notice: string | undefined;
  #disposed = false;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  async call<N extends MessageName>(
    name: N,
    request: Request<N>,
    options: CallOptions<N> = {},
  ): Promise<Response<N>> {
    if (options.signal?.aborted) throw TailscopeError.of('cancelled');
    const living = this.#alive();
    if (name === 'load') return this.#load(living, name, request, options);
    if (!living.hasModel && this.#lastLoad && !WITHOUT_MODEL.has(name)) {
      living.loading ??= this.#reload(living, this.#lastLoad);
      await living.loading;
    }
    return living.end.call(name, request, options);
  }

  onCrash(listener: (error: TailscopeError) => void): () => void {
    this.#crash.add(listener);
    return () => this.#crash.delete(listener);
  }

  onRunsOn(listener: (where: RunsOn) => void): () => void {
    this.#runsOn.add(listener);
    return () => this.#runsOn.delete(listener);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#living) this.#drop(this.#living, TailscopeError.of('cancelled'));
  }

  async #load<N extends MessageName>(
    living: Living,
    name: N,
    request: Request<N>,
    options: CallOptions<N>,
  ): Promise<Response<N>> {
    try {
      const response = await living.end.call(name, request, options);
      living.hasModel = true;
      this.#lastLoad = loadRequestIn(request) ?? this.#lastLoad;
      return response;
    } catch (error) {
      const failure = TailscopeError.from(error);
      if (FATAL.has(failure.code)) this.#drop(living, failure);
      throw failure;
    }
  }

  async #reload(living: Living, request: LoadRequest): Promise<void> {
    try {
      const { runsOn } = await this.#load(living, 'load', request, {});
      const where = this.#notice === undefined ? runsOn : { ...runsOn, notice: this.#notice };
      for (const listener of this.#runsOn) listener(where);
    } finally {
      living.loading = undefined;
    }
  }

  #alive(): Living {
    if (this.#disposed) throw TailscopeError.of('worker-died');
    this.#living ??= this.#spawn();
    return this.#living;
  }

  #spawn(): Living {
    let worker: WorkerLike;
    try {
      worker = (this.#options.spawn ?? spawnWorker)();
    } catch (cause) {
      throw TailscopeError.of('no-worker', undefined, cause);
    }
    const generation = this.#spawned++;
    const start: Start = {
      base: this.#options.base ?? new URL('.', document.baseURI).href,
      firstHandle: generation * HANDLES + 1,
      lock: lockName(generation),
      threads: this.#options.threads,
    };
    const watching = new AbortController();
    const died = () => {
      this.#died(living, TailscopeError.of('worker-died'));
    };
    const end = new AskingEnd(worker, start, {
      ready: () => {
        (this.#options.watch ?? watchLock)(start.lock, watching.signal, died);
      },
      'runs-on': (where) => {
        for (const listener of this.#runsOn) listener(where);
      },
      'device-lost': ({ reason }) => {
        if (this.#lastLoad) this.#lastLoad = { ...this.#lastLoad, device: 'wasm' };
        this.#notice = strings.engine.deviceLost;
        this.#died(living, TailscopeError.of('device-lost', { reason }));
      },
    });
    worker.addEventListener('error', died);
    worker.addEventListener('messageerror', died);
    const living: Living = { worker, end, watching, loading: undefined, hasModel: false };
    return living;
  }

  #died(living: Living, error: TailscopeError): void {
    if (this.#living !== living) return;
    this.#drop(living, error);
    for (const listener of this.#crash) listener(error);
  }

  #drop(living: Living, error: TailscopeError): void {
    if (this.#living === living) this.#living = undefined;
    living.watching.abort();
    living.worker.terminate();
    living.end.fail(error);
  }
}
