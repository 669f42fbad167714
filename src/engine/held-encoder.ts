import type { GraphOptions } from '../graph/index.ts';
import type { Encoder } from './encoder.ts';
import type { Model } from './model.ts';

/** Bytes of weights up to which a second session stays for the next question; it has a copy of them all. */
const MOST = 100e6;

interface Held {
  readonly model: Model;
  readonly key: string;
  readonly encoder: Encoder;
  /** Jobs at work on it: one that waits between two batches is still at work. */
  users: number;
}

/** The last model opened with other parts of its graph, as long as it is asked for the same. To be used while holding the session queue. */
export class HeldEncoder {
  #held: Held | undefined;

  /** @throws TailscopeError as reopening does, and whatever `work` throws */
  async with<T>(
    model: Model,
    options: GraphOptions,
    work: (encoder: Encoder) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const held = await this.#take(model, options, signal);
    held.users++;
    try {
      return await work(held.encoder);
    } finally {
      held.users--;
      if (model.info.bytes > MOST && this.#held === held) this.#held = undefined;
      if (this.#held !== held) await letGo(held);
    }
  }

  async #take(model: Model, options: GraphOptions, signal: AbortSignal | undefined): Promise<Held> {
    const key = JSON.stringify(options);
    const last = this.#held;
    if (last?.model.reopen === model.reopen && last.key === key) return last;
    this.#held = undefined;
    if (last) await letGo(last);
    const held = { model, key, encoder: await model.reopen.encoder(options, signal), users: 0 };
    this.#held = held;
    return held;
  }
}

/** Of one that is still used, its last user lets go. */
async function letGo({ encoder, users }: Held): Promise<void> {
  if (users === 0) await encoder.release();
}
