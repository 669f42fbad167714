import type { TailscopeError } from '../core/error.ts';
import type { MessageName, Progress, Request, Response } from '../protocol/messages.ts';
import type { LoadedModel } from '../protocol/model.ts';
import type { Caller } from './caller.ts';
import { failureOf } from './effects/settle.ts';
import { selectBeside } from './beside.ts';
import { selectModel } from './model.ts';
import { onOtherView } from './on-other-view.ts';
import { rateOf } from './trials/rate.ts';
import type { AppStore } from './store.ts';

/** Questions whose answers are kept for as long as the page is open, and shown by the view that asked. */
export type AskName = Extract<
  MessageName,
  | 'origins'
  | 'life'
  | 'positions'
  | 'position-probe'
  | 'sts'
  | 'guess'
  | 'passage-loss'
  | 'portrait'
  | 'task-scores'
  | 'control-scores'
  | 'umap'
>;

/** A question under way. */
export interface AskRun<N extends AskName> {
  readonly progress: Progress<N> | undefined;
  /** What its progress counts, a second; undefined while it is too early to tell. */
  readonly rate: number | undefined;
  readonly paused: boolean;
}

/** What became of one question. */
export interface Asked<N extends AskName> {
  readonly answer: Response<N> | undefined;
  readonly running: AskRun<N> | undefined;
  readonly failure: TailscopeError | undefined;
}

const NOTHING = { answer: undefined, running: undefined, failure: undefined };
/** Answers kept of each kind: a few texts and settings to and fro, of five tasks and two models. */
const KEPT = 24;

/** Writing down more than so many sentences would hold the page up. */
const LONG = 2000;
const isLongList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length > LONG;

/** What is being done, and how much of it is. */
function doneOf(progress: Progress<AskName>): { readonly doing?: string; readonly done: number } {
  if ('sentences' in progress) return { done: progress.sentences };
  return 'epochs' in progress ? { done: progress.epochs } : progress;
}

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
    guess: new Map(),
    'passage-loss': new Map(),
    portrait: new Map(),
    'task-scores': new Map(),
    'control-scores': new Map(),
    umap: new Map(),
  };
  /** Each question that is under way: of which model, and what takes it back. */
  readonly #running = new Map<
    string,
    {
      readonly of: LoadedModel | undefined;
      readonly takeBack: () => void;
      readonly pause: (paused: boolean) => void;
      readonly paused: () => boolean;
    }
  >();
  readonly #texts = new WeakMap<object, string>();
  readonly #listeners = new Set<() => void>();
  readonly #numbers = new WeakMap<object, number>();
  #numbered = 0;

  constructor(store: AppStore, caller: Caller) {
    this.#store = store;
    this.#caller = caller;
    let model = selectModel(store.getState());
    let beside = selectBeside(store.getState());
    store.subscribe((state) => {
      const [now, other] = [selectModel(state), selectBeside(state)];
      if (now === model && other === beside) return;
      [model, beside] = [now, other];
      // what still runs of a model that left would be answered by either of the two
      for (const { of, takeBack } of this.#running.values()) if (of !== now && of !== other) takeBack();
    });
    onOtherView(store, () => {
      for (const { pause, paused } of this.#running.values()) if (paused()) pause(false);
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
    this.#running.get(`${name} ${this.#keyOf(request) ?? ''}`)?.takeBack();
  }

  /** Lets a question that is asked behind others wait, and whatever waits behind it but live work; or go on. */
  pause(name: AskName, request: Request<AskName>, paused: boolean): void {
    this.#running.get(`${name} ${this.#keyOf(request) ?? ''}`)?.pause(paused);
  }

  async #run<N extends AskName>(
    name: N,
    request: Request<N>,
    key: string,
    priority: 'live' | 'batch',
  ): Promise<void> {
    const abort = new AbortController();
    const id = `${name} ${key}`;
    // asked again at once, it must not hear of the first one's end
    const takeBack = (): void => {
      this.#running.delete(id);
      abort.abort();
      this.#put(name, key, undefined);
    };
    let running: AskRun<N> = { progress: undefined, rate: undefined, paused: false };
    let rate = rateOf(() => performance.now());
    const become = (change: Partial<AskRun<N>>): void => {
      running = { ...running, ...change };
      this.#put(name, key, { ...NOTHING, running });
    };
    const pause = (paused: boolean): void => {
      // the time it stands still is none that it works
      if (!paused) rate = rateOf(() => performance.now());
      become({ paused });
      // a worker that died has nothing left to be steered
      this.#caller.call('steer', { to: paused ? 'pause' : 'go-on' }).catch(() => undefined);
    };
    this.#running.set(id, { of: this.#modelOf(request), takeBack, pause, paused: () => running.paused });
    become({});
    const settle = (asked: Asked<N>): void => {
      if (abort.signal.aborted) return;
      this.#running.delete(id);
      this.#put(name, key, asked);
    };
    try {
      const answer = await this.#caller.call<N>(name, request, {
        signal: abort.signal,
        priority,
        onProgress: (progress) => {
          if (abort.signal.aborted) return;
          const { doing, done } = doneOf(progress);
          // another kind of work has a rate of its own
          if (running.progress && doneOf(running.progress).doing !== doing)
            rate = rateOf(() => performance.now());
          become({ progress, rate: rate(done) });
        },
      });
      settle({ ...NOTHING, answer });
    } catch (error) {
      settle({ ...NOTHING, failure: failureOf(error) });
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

  #keyOf(request: Request<AskName> | undefined): string | undefined {
    const model = request && this.#modelOf(request);
    return model && `${this.#numberOf(model)} ${this.#textOf(request)}`;
  }

  /** The request, written down once; vectors and long texts are told apart by which they are, not by all that is in them. */
  #textOf(request: Request<AskName>): string {
    const known = this.#texts.get(request);
    if (known !== undefined) return known;
    const text = JSON.stringify(request, (_, value: unknown) =>
      ArrayBuffer.isView(value) || isLongList(value) ? this.#numberOf(value) : value,
    );
    this.#texts.set(request, text);
    return text;
  }

  #numberOf(one: object): number {
    const number = this.#numbers.get(one) ?? this.#numbered++;
    this.#numbers.set(one, number);
    return number;
  }

  /** The model that a question is about. */
  #modelOf(request: Request<AskName>): LoadedModel | undefined {
    const state = this.#store.getState();
    const seat = 'setting' in request ? request.setting.seat : 'seat' in request ? request.seat : 'main';
    return seat !== 'beside' ? selectModel(state) : selectBeside(state);
  }
}
