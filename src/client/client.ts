import { TailscopeError } from '../core/error.ts';
import { AskingEnd, type CallOptions, type Start } from '../protocol/channel/index.ts';
import type { MessageName, Request, Response } from '../protocol/messages.ts';
import type { LoadRequest, Moved, Seat } from '../protocol/model.ts';
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
   * Asks the worker. One that died is replaced, and the models that the call runs on loaded again, before
   * it goes out.
   * @throws (rejects with) TailscopeError: 'cancelled', 'superseded', 'worker-died', or what went wrong
   */
  call<N extends MessageName>(name: N, request: Request<N>, options?: CallOptions<N>): Promise<Response<N>>;
  /** Told each time a worker dies or loses its device. Returns a function that stops listening. */
  onCrash(listener: (error: TailscopeError) => void): () => void;
  /** Told when a model that is loaded changes where it runs. Returns a function that stops listening. */
  onRunsOn(listener: (where: Moved) => void): () => void;
  dispose(): void;
}

interface Living {
  readonly worker: WorkerLike;
  readonly end: AskingEnd;
  readonly watching: AbortController;
  /** The last models' loading, in a worker that replaces another. */
  readonly loading: Map<Seat, Promise<unknown>>;
  readonly has: Set<Seat>;
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

/** What is asked of other hosts and of storage, whatever model is loaded, and what needs none any more. */
const WITHOUT_MODEL: ReadonlySet<MessageName> = new Set(['look', 'peek', 'download', 'stored', 'unload']);

/** Only a request to load names a source. */
function loadRequestIn(request: Request<MessageName>): LoadRequest | undefined {
  return 'source' in request ? request : undefined;
}

/** The seats whose models a call runs on; what names none asks of what was explored, or of the page's own model. */
function seatsOf(name: MessageName, request: Request<MessageName>): readonly Seat[] {
  if (WITHOUT_MODEL.has(name)) return [];
  if (name === 'difference') return ['main', 'beside'];
  return ['seat' in request ? request.seat : 'main'];
}

export function createClient(options: ClientOptions = {}): Client {
  return new WorkerClient(options);
}

class WorkerClient implements Client {
  readonly #options: ClientOptions;
  readonly #crash = new Set<(error: TailscopeError) => void>();
  readonly #runsOn = new Set<(where: Moved) => void>();
  #living: Living | undefined;
  #spawned = 0;
  readonly #lastLoad = new Map<Seat, LoadRequest>();
  /** Why the models that are loaded next run where they do. */
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
    for (const seat of seatsOf(name, request)) await this.#ensure(living, seat);
    if (name === 'unload') {
      this.#lastLoad.delete('beside');
      living.has.delete('beside');
    }
    return living.end.call(name, request, options);
  }

  onCrash(listener: (error: TailscopeError) => void): () => void {
    this.#crash.add(listener);
    return () => this.#crash.delete(listener);
  }

  onRunsOn(listener: (where: Moved) => void): () => void {
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
      const loaded = loadRequestIn(request);
      if (loaded) {
        const { seat = 'main' } = loaded;
        living.has.add(seat);
        this.#lastLoad.set(seat, loaded);
      }
      return response;
    } catch (error) {
      const failure = TailscopeError.from(error);
      if (FATAL.has(failure.code)) this.#drop(living, failure);
      throw failure;
    }
  }

  /** Loads again what a worker that died had in a seat. */
  async #ensure(living: Living, seat: Seat): Promise<void> {
    const last = this.#lastLoad.get(seat);
    if (living.has.has(seat) || !last) return;
    const loading = living.loading.get(seat) ?? this.#reload(living, seat, last);
    living.loading.set(seat, loading);
    await loading;
  }

  async #reload(living: Living, seat: Seat, request: LoadRequest): Promise<void> {
    try {
      const { runsOn } = await this.#load(living, 'load', request, {});
      const where = this.#notice === undefined ? runsOn : { ...runsOn, notice: this.#notice };
      for (const listener of this.#runsOn) listener({ seat, runsOn: where });
    } finally {
      living.loading.delete(seat);
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
      'runs-on': (moved) => {
        for (const listener of this.#runsOn) listener(moved);
      },
      'device-lost': ({ reason }) => {
        for (const [seat, last] of this.#lastLoad) this.#lastLoad.set(seat, { ...last, device: 'wasm' });
        this.#notice = strings.engine.deviceLost;
        this.#died(living, TailscopeError.of('device-lost', { reason }));
      },
    });
    worker.addEventListener('error', died);
    worker.addEventListener('messageerror', died);
    const living: Living = { worker, end, watching, loading: new Map(), has: new Set() };
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
