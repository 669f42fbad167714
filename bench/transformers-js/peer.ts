import type { Worker } from '@playwright/test';

export type Precision = 'float32' | 'int8';

/** One sentence's reading. */
export interface One {
  /** Milliseconds. */
  readonly took: number;
  /** Last hidden states, [tokens, dims]. */
  readonly states: readonly number[];
}

/** One of the two that are compared, in its worker. */
export class Peer {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  load(precision: Precision, threads: number): Promise<void> {
    return this.#worker.evaluate(`bench.load("${precision}", ${threads})`);
  }

  one(sentence: string): Promise<One> {
    return this.#worker.evaluate(`bench.one(${JSON.stringify(sentence)})`);
  }

  /** @returns milliseconds */
  all(sentences: readonly string[]): Promise<number> {
    return this.#worker.evaluate(`bench.all(${JSON.stringify(sentences)})`);
  }

  /** Tokens of each sentence; ours alone tells. */
  lengths(sentences: readonly string[]): Promise<readonly number[]> {
    return this.#worker.evaluate(`bench.lengths(${JSON.stringify(sentences)})`);
  }
}
