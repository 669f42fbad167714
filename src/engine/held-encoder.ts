import type { GraphOptions } from '../graph/index.ts';
import type { Encoder } from './encoder.ts';
import type { Model } from './model.ts';

/** Bytes of weights up to which a second session stays for the next question; it has a copy of them all. */
const MOST = 100e6;

/** The last model opened with other parts of its graph, as long as it is asked for the same. To be used while holding the session queue. */
export class HeldEncoder {
  #held: { readonly model: Model; readonly key: string; readonly encoder: Encoder } | undefined;

  /** @throws TailscopeError as reopening does, and whatever `work` throws */
  async with<T>(
    model: Model,
    options: GraphOptions,
    work: (encoder: Encoder) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const key = JSON.stringify(options);
    if (this.#held && (this.#held.model.reopen !== model.reopen || this.#held.key !== key))
      await this.#release();
    this.#held ??= { model, key, encoder: await model.reopen.encoder(options, signal) };
    try {
      return await work(this.#held.encoder);
    } finally {
      if (model.info.bytes > MOST) await this.#release();
    }
  }

  async #release(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    await held?.encoder.release();
  }
}
