import { openCheckpoint, type ByteFile, type Checkpoint } from '../../checkpoint/index.ts';
import { keyOf, nameOf, type RemoteModel } from '../../checkpoint/sources/index.ts';
import type { Encoder, SessionQueue } from '../index.ts';
import { createEncoder, type Runtime } from './runtime.ts';

const never = new AbortController().signal;

/** A model on WASM that nobody has run yet. */
export class Started {
  readonly checkpoint: Checkpoint;
  readonly #encoder: Encoder;
  readonly #queue: SessionQueue;
  #isTaken = false;

  constructor(checkpoint: Checkpoint, encoder: Encoder, queue: SessionQueue) {
    this.checkpoint = checkpoint;
    this.#encoder = encoder;
    this.#queue = queue;
  }

  /** The encoder is the caller's from now on. */
  take(): Encoder {
    this.#isTaken = true;
    return this.#encoder;
  }

  /** Lets go of the encoder, unless somebody has taken it. */
  async end(): Promise<void> {
    if (this.#isTaken) return;
    this.#isTaken = true;
    await this.#queue.run('live', never, () => this.#encoder.release());
  }
}

/** Files on their way, until the signal says that they will not come. */
export interface Arriving {
  readonly files: readonly ByteFile[];
  /** Whether all of them came and were found right. */
  readonly isWhole: boolean;
  readonly signal: AbortSignal;
}

interface Begun {
  readonly model: RemoteModel;
  readonly arriving: Arriving;
  readonly started: Promise<Started | undefined>;
}

/** Milliseconds for which a model that is ready waits to be loaded. */
const WAITS = 30_000;

/**
 * Makes the sessions of a model while it is downloaded, each as soon as its weights are there: for a BERT-base that
 * is most of what a load takes beyond the network. Nothing of it is used before the download was found right, and
 * where it fails nobody is told: the load that follows says what is wrong.
 */
export class EarlyStart {
  readonly #queue: SessionQueue;
  readonly #runtime: () => Promise<Runtime>;
  readonly #requireRoom: (checkpoint: Checkpoint, id: string) => void;
  readonly #waits: number;
  /** The last one, while nobody has taken it: whoever holds on to it longer holds its tokenizer and more. */
  #begun: Begun | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param requireRoom throws where a model does not fit beside those that are loaded
   * @param waits milliseconds; for tests
   */
  constructor(
    queue: SessionQueue,
    runtime: () => Promise<Runtime>,
    requireRoom: (checkpoint: Checkpoint, id: string) => void,
    waits = WAITS,
  ) {
    this.#queue = queue;
    this.#runtime = runtime;
    this.#requireRoom = requireRoom;
    this.#waits = waits;
  }

  begin(model: RemoteModel, arriving: Arriving): void {
    this.#drop();
    const started = this.#start(model, arriving);
    this.#begun = { model, arriving, started };
    const isBegun = () => this.#begun?.model === model;
    const drop = () => {
      if (isBegun()) this.#drop();
    };
    arriving.signal.addEventListener('abort', drop, { once: true });
    void started.then(() => {
      if (isBegun()) this.#timer = setTimeout(drop, this.#waits);
    });
  }

  /**
   * What was begun of a model, once it is ready, for whoever loads it; undefined where nothing came of it, and while
   * its download goes on: a load waits for that and finds out itself whether it is right.
   */
  take(model: RemoteModel): Promise<Started | undefined> {
    const begun = this.#begun;
    if (!begun?.arriving.isWhole || keyOf(begun.model) !== keyOf(model)) return Promise.resolve(undefined);
    this.#forget();
    return begun.started;
  }

  async #start(model: RemoteModel, { files, signal }: Arriving): Promise<Started | undefined> {
    try {
      const checkpoint = await openCheckpoint(files, signal);
      const id = nameOf(model.place);
      this.#requireRoom(checkpoint, id);
      const encoder = await createEncoder(await this.#runtime(), checkpoint, id, (make) =>
        // a session takes no longer than a batch of a text, and must not wait for all of that
        this.#queue.run('live', signal, make),
      );
      return new Started(checkpoint, encoder, this.#queue);
    } catch {
      return undefined;
    }
  }

  #drop(): void {
    void this.#begun?.started.then((started) => started?.end());
    this.#forget();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#begun = undefined;
  }
}
