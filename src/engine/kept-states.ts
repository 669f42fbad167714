import type { HiddenStates } from '../core/hidden-states.ts';

/**
 * Hidden states of the batches that ran last, by what the network was fed, up to so many bytes: the experiments of one view
 * ask for the same sentences one after the other.
 */
export class KeptStates {
  /** Bytes. */
  readonly most: number;
  readonly #states = new Map<string, HiddenStates>();
  #bytes = 0;

  constructor(most: number) {
    this.most = most;
  }

  /** Not to be written to: whoever asks next has the same. */
  get(fed: string): HiddenStates | undefined {
    const states = this.#states.get(fed);
    if (!states) return undefined;
    // a Map keeps the order of insertion: the first is the one longest unused
    this.#states.delete(fed);
    this.#states.set(fed, states);
    return states;
  }

  set(fed: string, states: HiddenStates): void {
    this.#drop(fed);
    this.#states.set(fed, states);
    this.#bytes += states.data.byteLength;
    for (const oldest of this.#states.keys()) {
      if (this.#bytes <= this.most) return;
      this.#drop(oldest);
    }
  }

  #drop(fed: string): void {
    this.#bytes -= this.#states.get(fed)?.data.byteLength ?? 0;
    this.#states.delete(fed);
  }
}
