import type { TailscopeError } from '../core/error.ts';
import type { MessageName, Progress, Request, Response } from '../protocol/messages.ts';
import type { Caller } from './caller.ts';
import { failureOf } from './effects/settle.ts';
import { selectModel } from './model.ts';
import type { AppStore } from './store.ts';

/** Questions whose answers are kept for as long as the page is open, and shown by the view that asked. */
export type AskName = Extract<
  MessageName,
  'origins' | 'life' | 'positions' | 'position-probe' | 'sts' | 'umap'
>;

/** What became of one question. */
export interface Asked<N extends AskName> {
  readonly answer: Response<N> | undefined;
  readonly running: { readonly progress: Progress<N> | undefined } | undefined;
  readonly failure: TailscopeError | undefined;
}

const NOTHING = { answer: undefined, running: undefined, failure: undefined };
/** Answers kept of each kind: a few texts and settings to and fro. */
const KEPT = 8;

type Kept = { readonly [N in AskName]: Map<string, Asked<N>> };

/**
 * Asks the worker, once for each question and model, and keeps what it says: a view can be left and found again as it was.
 * Changes are told to whoever listens.
 */
export class Asks {
  readonly #store: AppStore;
  readonly #caller: Caller;
  readonly #kept: Kept = {
    origins: new Map(),
    life: new Map(),
    positions: new Map(),
    'position-probe': new Map(),
    sts: new Map(),
    umap: new Map(),
  };
  readonly #running = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  readonly #numbers = new WeakMap<object, number>();
  #numbered = 0;

  constructor(store: AppStore, caller: Caller) {
    this.#store = store;
    this.#caller = caller;
    let model = selectModel(store.getState());
    store.subscribe((state) => {
      const now = selectModel(state);
      if (now === model) return;
      model = now;
      // what still runs would be answered by either of the two
      for (const abort of this.#running.values()) abort.abort();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes. */
  state<N extends AskName>(name: N, request: Request<N> | undefined): Asked<N> {
    const key = this.#keyOf(request);
    return (key === undefined ? undefined : this.#kept[name].get(key)) ?? NOTHING;
  }

  /** Asks, unless it is answered or on its way. */
  ask<N extends AskName>(name: N, request: Request<N>, priority: 'live' | 'batch'): void {
    const { answer, running } = this.state(name, request);
    const key = this.#keyOf(request);
    if (key === undefined || answer !== undefined || running !== undefined) return;
    void this.#run(name, request, key, priority);
  }

  cancel(name: AskName, request: Request<AskName>): void {
    this.#running.get(`${name} ${this.#keyOf(request) ?? ''}`)?.abort();
  }

  async #run<N extends AskName>(
    name: N,
    request: Request<N>,
    key: string,
    priority: 'live' | 'batch',
  ): Promise<void> {
    const abort = new AbortController();
    const id = `${name} ${key}`;
    this.#running.set(id, abort);
    this.#put(name, key, { ...NOTHING, running: { progress: undefined } });
    try {
      const answer = await this.#caller.call<N>(name, request, {
        signal: abort.signal,
        priority,
        onProgress: (progress) => {
          if (!abort.signal.aborted) this.#put(name, key, { ...NOTHING, running: { progress } });
        },
      });
      if (abort.signal.aborted) this.#put(name, key, undefined);
      else this.#put(name, key, { ...NOTHING, answer });
    } catch (error) {
      this.#put(name, key, abort.signal.aborted ? undefined : { ...NOTHING, failure: failureOf(error) });
    } finally {
      this.#running.delete(id);
    }
  }

  #put<N extends AskName>(name: N, key: string, asked: Asked<N> | undefined): void {
    const kept: Map<string, Asked<N>> = this.#kept[name];
    kept.delete(key);
    if (asked) kept.set(key, asked);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    for (const listener of this.#listeners) listener();
  }

  #keyOf(request: unknown): string | undefined {
    const model = selectModel(this.#store.getState());
    if (!model || request === undefined) return undefined;
    // vectors are told apart by which they are, not by their thousands of numbers
    const text = JSON.stringify(request, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? this.#numberOf(value) : value,
    );
    return `${this.#numberOf(model)} ${text}`;
  }

  #numberOf(one: object): number {
    const number = this.#numbers.get(one) ?? this.#numbered++;
    this.#numbers.set(one, number);
    return number;
  }
}
