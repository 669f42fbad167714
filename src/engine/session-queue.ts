import { TailscopeError } from '../core/error.ts';
import type { Priority } from '../protocol/channel/index.ts';

/** A job's hold on the session. */
export interface Turn {
  readonly signal: AbortSignal;
  /**
   * To be awaited between two session calls: lets messages in, stops a job that was aborted, and lets
   * live work go before the rest of a batch.
   * @throws the signal's reason
   */
  pause(): Promise<void>;
  /** Whether somebody asked for what has been counted, so that the job should end with that. */
  enough(): boolean;
}

interface Waiter {
  readonly start: () => void;
}

/**
 * One job at a time on the session, whose runs must not overlap; live jobs go before batch jobs, and a
 * batch job under way steps aside for them at its next pause. First come, first served otherwise.
 */
export class SessionQueue {
  readonly #breathe: () => Promise<void>;
  readonly #waiting: Record<Priority, Waiter[]> = { live: [], batch: [] };
  #busy = false;
  /** No batch goes on for now. */
  #held = false;
  /** Tells the batch under way to end with what it has. */
  #end: (() => void) | undefined;

  /** @param breathe lets the host handle other events, such as the message that cancels this job */
  constructor(breathe: () => Promise<void> = () => Promise.resolve()) {
    this.#breathe = breathe;
  }

  /** @throws the signal's reason where it is aborted before or during the job */
  async run<T>(priority: Priority, signal: AbortSignal, job: (turn: Turn) => Promise<T>): Promise<T> {
    await this.#acquire(priority, signal, 'last');
    let enough = false;
    const turn = { signal, pause: () => this.#pause(priority, signal), enough: () => enough };
    if (priority === 'batch')
      this.#end = () => {
        enough = true;
      };
    try {
      return await job(turn);
    } finally {
      if (priority === 'batch') {
        this.#held = false;
        this.#end = undefined;
      }
      this.#release();
    }
  }

  /** Lets the batch under way stop at its next pause, and none begin, until that one ends; live work goes on. */
  hold(): void {
    this.#held = true;
  }

  /** Lets the batch under way end with what it has: one that is held goes on to that. */
  end(): void {
    this.#end?.();
    this.resume();
  }

  /** Lets batches go on. */
  resume(): void {
    this.#held = false;
    if (!this.#busy) this.#release();
  }

  async #pause(priority: Priority, signal: AbortSignal): Promise<void> {
    await this.#breathe();
    stopIfAborted(signal);
    if (priority === 'live' || (!this.#held && this.#waiting.live.length === 0)) return;
    const again = this.#acquire('batch', undefined, 'first');
    this.#release();
    // a held batch that is cancelled would otherwise never end
    const goOn = () => {
      this.resume();
    };
    signal.addEventListener('abort', goOn, { once: true });
    await again;
    signal.removeEventListener('abort', goOn);
    stopIfAborted(signal);
  }

  /**
   * A paused job waits without a signal: it holds its place until it is its turn, so that its release
   * in `run` is always its own.
   */
  #acquire(priority: Priority, signal: AbortSignal | undefined, place: 'first' | 'last'): Promise<void> {
    if (signal) stopIfAborted(signal);
    if (!this.#busy && !(this.#held && priority === 'batch')) {
      this.#busy = true;
      return Promise.resolve();
    }
    const line = this.#waiting[priority];
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        line.splice(line.indexOf(waiter), 1);
        reject(TailscopeError.from(signal?.reason));
      };
      const waiter = {
        start: () => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      if (place === 'first') line.unshift(waiter);
      else line.push(waiter);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  #release(): void {
    const next = this.#waiting.live.shift() ?? (this.#held ? undefined : this.#waiting.batch.shift());
    this.#busy = next !== undefined;
    next?.start();
  }
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw TailscopeError.from(signal.reason);
}
