import { openCheckpoint, weightsSize, type Checkpoint } from '../../checkpoint/index.ts';
import { TailscopeError } from '../../core/error.ts';
import { nextTask } from '../../core/next-task.ts';
import type { GraphOptions } from '../../graph/index.ts';
import type { CallContext, Emit, Start } from '../../protocol/channel/index.ts';
import type {
  LoadRequest,
  LoadedModel,
  ModelSource,
  RunsOn,
  Seat,
  UnloadRequest,
} from '../../protocol/model.ts';
import { strings } from '../../strings/index.ts';
import {
  describe,
  tokenizerOf,
  type Encoder,
  type Engine,
  type Model,
  type Reopen,
  type SessionQueue,
} from '../index.ts';
import type { Tokenizer } from '../../text/index.ts';
import { EarlyStart, type Started } from './early-start.ts';
import { findGraphicsDevice } from './graphics-device.ts';
import { requireRoom } from './memory-budget.ts';
import { deviceMemory } from './memory-to-hold.ts';
import type { RemoteModels } from './remote/remote-models.ts';
import { idOf, isAtHand, openSource, requireAtHand } from './source.ts';
import { createEncoder, graphRuntime, wasmRuntime, type Runtime } from './runtime.ts';
import { probe } from './self-check.ts';
import { findThreads } from './thread-trial.ts';
import { tryWebgpu, type Outcome } from './try-webgpu.ts';

/**
 * Loads models into the engine. WASM always comes first: the page is live at once, and WebGPU has
 * something to be held to.
 */
export class Loader {
  readonly #queue: SessionQueue;
  readonly #engine: Engine;
  readonly #start: Start;
  readonly #emit: Emit;
  readonly #remote: RemoteModels;
  readonly #early: EarlyStart;
  /** Ends the search for a faster device when another model is asked for in the same seat. */
  readonly #search: Record<Seat, AbortController> = {
    main: new AbortController(),
    beside: new AbortController(),
  };
  #threads: Promise<number> | undefined;
  #wasm: Promise<Runtime> | undefined;

  constructor(queue: SessionQueue, engine: Engine, start: Start, emit: Emit, remote: RemoteModels) {
    this.#queue = queue;
    this.#engine = engine;
    this.#start = start;
    this.#emit = emit;
    this.#remote = remote;
    this.#early = new EarlyStart(
      queue,
      async () => this.#wasmRuntime(await this.#trial()),
      (checkpoint, id) => {
        // whichever seat it is for, all that is loaded stays in place meanwhile
        for (const seat of ['main', 'beside'] as const) this.#requireRoom(checkpoint, id, seat);
      },
    );
    remote.whenArriving(async (model, files) => {
      // a trial beside a download would time that too
      await this.#trial();
      this.#early.begin(model, files);
    });
  }

  /** @throws TailscopeError; a model loaded before stays in place */
  readonly load = async (request: LoadRequest, context: CallContext<'load'>): Promise<LoadedModel> => {
    const { source } = request;
    const started = source.kind === 'remote' ? await this.#early.take(source.model) : undefined;
    try {
      return await this.#load(request, context, started);
    } finally {
      await started?.end();
      // what lay in memory only is the runtime's now, or of no use
      if (source.kind === 'remote' && !context.signal.aborted) this.#remote.letGo(source.model);
    }
  };

  readonly unload = ({ seat }: UnloadRequest, { signal }: CallContext<'unload'>): Promise<null> => {
    this.#newSearch(seat);
    return this.#queue.run('live', signal, async () => {
      await this.#engine.leave(seat);
      return null;
    });
  };

  async #load(
    { source, device, seat = 'main' }: LoadRequest,
    context: CallContext<'load'>,
    started: Started | undefined,
  ): Promise<LoadedModel> {
    const { signal, onProgress } = context;
    stopIfAborted(signal);
    const search = this.#newSearch(seat);
    // as before a download
    const threads = await this.#trial();
    stopIfAborted(signal);
    const starting = this.#wasmRuntime(threads);

    let loaded: number | undefined;
    const onDownload = (bytes: number, total: number) => {
      // a report for every hundredth is plenty
      if (loaded !== undefined && bytes < total && bytes - loaded < total / 100) return;
      loaded = bytes;
      onProgress({ phase: 'download', loaded: bytes, total });
    };
    const checkpoint = started?.checkpoint ?? (await this.#open(source, signal, onDownload));
    const size = weightsSize(checkpoint.weightsFiles);
    onProgress({ phase: 'session', loaded: size, total: size });
    const runtime = await starting;
    stopIfAborted(signal);
    const model = await this.#queue.run('live', signal, async (turn) => {
      this.#requireRoom(checkpoint, idOf(source), seat);
      const encoder = started?.take() ?? (await createEncoder(runtime, checkpoint, idOf(source)));
      const wasm = await onWasm(runtime, checkpoint, idOf(source), encoder, this.#reopen(runtime, source));
      if (signal.aborted) {
        // another model is asked for: the one in place answers until that has come
        await wasm.encoder.release();
        stopIfAborted(signal);
      }
      if (device !== 'webgpu') {
        await this.#engine.use(wasm, seat);
        return wasm;
      }
      onProgress({ phase: 'check', loaded: size, total: size });
      const found = await findGraphicsDevice(true);
      const outcome: Outcome = found.found
        ? await tryWebgpu({ ...this.#attempt(checkpoint, wasm), half: found.half, race: false }, turn)
        : { encoder: undefined, notice: found.notice };
      const settled = settle(wasm, outcome);
      if (signal.aborted) {
        await wasm.encoder.release();
        if (settled.encoder !== wasm.encoder) await settled.encoder.release();
        stopIfAborted(signal);
      }
      await this.#engine.use(settled, seat);
      if (settled.encoder !== wasm.encoder) await wasm.encoder.release();
      return settled;
    });
    if (device === 'auto') void this.#searchFaster(source, model, seat, search.signal);
    return model.info;
  }

  /** In the background, with the weights fetched once more: nothing of them was kept. */
  async #searchFaster(source: ModelSource, model: Model, seat: Seat, signal: AbortSignal): Promise<void> {
    const moved = ({ info: { runsOn } }: Model): void => {
      this.#emit({ name: 'runs-on', detail: { seat, runsOn } });
    };
    try {
      await nextTask(); // the answer to `load` goes first
      const device = await findGraphicsDevice(false);
      stopIfAborted(signal);
      if (!device.found) {
        moved(withNotice(model, device.notice));
        return;
      }
      if (!(await isAtHand(source, this.#remote))) return;
      const checkpoint = await this.#open(source, signal);
      await this.#queue.run('batch', signal, async (turn) => {
        const { half } = device;
        const outcome = await tryWebgpu({ ...this.#attempt(checkpoint, model), half, race: true }, turn);
        const settled = settle(model, outcome);
        if (settled.encoder !== model.encoder) await this.#engine.use(settled, seat);
        if (settled !== model) moved(settled);
      });
    } catch (error) {
      if (signal.aborted) return;
      const { sentence } = TailscopeError.from(error);
      moved(withNotice(model, strings.engine.failed({ message: sentence })));
    }
  }

  #newSearch(seat: Seat): AbortController {
    this.#search[seat].abort(TailscopeError.of('superseded'));
    const search = new AbortController();
    this.#search[seat] = search;
    return search;
  }

  /** A model that stands alone is the person's own risk; two have to fit together. */
  #requireRoom(checkpoint: Checkpoint, id: string, seat: Seat): void {
    const other = this.#engine.loaded(seat === 'main' ? 'beside' : 'main');
    const model = describe(checkpoint, id, { provider: 'wasm', threads: 1 });
    if (other) requireRoom(model, other, deviceMemory());
  }

  async #open(
    source: ModelSource,
    signal: AbortSignal,
    onProgress?: (loaded: number, total: number) => void,
    graph: GraphOptions = {},
  ): Promise<Checkpoint> {
    const host = { base: this.#start.base, remote: this.#remote };
    const files = await openSource(source, host, { signal, ...(onProgress && { onProgress }) });
    return openCheckpoint(files, signal, graph);
  }

  /** Whatever device the model runs on, its other graphs run in WASM, which has an exact kernel for every operator. */
  #reopen(runtime: Runtime, source: ModelSource): Reopen {
    const never = new AbortController().signal;
    const open = async (signal = never, graph: GraphOptions = {}) => {
      await requireAtHand(source, this.#remote);
      return this.#open(source, signal, undefined, graph);
    };
    return {
      checkpoint: async (read, signal) => read(await open(signal)),
      encoder: async (graph, signal) => createEncoder(runtime, await open(signal, graph), idOf(source)),
    };
  }

  #attempt(checkpoint: Checkpoint, model: Model) {
    const onLost = (reason: string) => {
      this.#emit({ name: 'device-lost', detail: { reason } });
    };
    return { checkpoint, wasm: model, id: model.info.id, onLost };
  }

  #wasmRuntime(threads: number): Promise<Runtime> {
    const wasm = (this.#wasm ??= wasmRuntime(threads));
    // one that did not come is asked for again by the next load
    wasm.catch(() => {
      if (this.#wasm === wasm) this.#wasm = undefined;
    });
    return wasm;
  }

  #trial(): Promise<number> {
    return (this.#threads ??= this.#findThreads());
  }

  async #findThreads(): Promise<number> {
    if (!crossOriginIsolated) return 1;
    if (this.#start.threads !== undefined) return this.#start.threads;
    try {
      return await findThreads(navigator.hardwareConcurrency);
    } catch {
      return 1; // threads that cannot be tried are not there
    }
  }
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw TailscopeError.from(signal.reason);
}

/** A model whose encoder was just made; where that cannot run it is let go of. */
async function onWasm(
  runtime: Runtime,
  checkpoint: Checkpoint,
  id: string,
  encoder: Encoder,
  reopen: Reopen,
): Promise<Model> {
  let tokenizer: Tokenizer;
  try {
    tokenizer = tokenizerOf(checkpoint);
    await encoder.encode(probe(tokenizer)); // the first run allocates and lays out what the others use
  } catch (error) {
    await encoder.release();
    throw error;
  }
  const threads = runtime.env.wasm.numThreads ?? 1;
  const notice = crossOriginIsolated ? {} : { notice: strings.engine.notIsolated };
  return {
    info: describe(checkpoint, id, { provider: 'wasm', threads, ...notice }),
    encoder,
    tokenizer,
    runtime: graphRuntime(runtime),
    reopen,
  };
}

/** The model where it will run from now on. */
function settle(model: Model, outcome: Outcome): Model {
  if (outcome.encoder) return { ...model, encoder: outcome.encoder, info: at(model, outcome.runsOn) };
  const { notice } = outcome;
  return notice === undefined ? model : withNotice(model, notice);
}

/** The model with one more reason why it runs where it does. */
function withNotice(model: Model, notice: string): Model {
  const { runsOn } = model.info;
  const notices = [runsOn.notice, notice].filter((reason) => reason !== undefined).join(' ');
  return { ...model, info: at(model, { ...runsOn, notice: notices }) };
}

function at({ info }: Model, runsOn: RunsOn): LoadedModel {
  return { ...info, runsOn };
}
