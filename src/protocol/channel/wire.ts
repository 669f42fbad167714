import type { PlainError } from '../../core/error.ts';
import type { Events, MessageName, Progress, Request, Response } from '../messages.ts';

/** Live work follows a person's hand and goes before batches. */
export type Priority = 'live' | 'batch';

interface Asked<N extends MessageName> {
  readonly type: 'request';
  readonly id: number;
  readonly name: N;
  readonly request: Request<N>;
  readonly priority: Priority;
  /** A newer request in the same slot supersedes this one. */
  readonly slot: string | undefined;
}

/** One request on its way, of one message or of any. */
export type WireRequest<N extends MessageName = MessageName> = { [K in N]: Asked<K> }[N];

interface Told<E extends keyof Events> {
  readonly name: E;
  readonly detail: Events[E];
}

export type WireEvent<E extends keyof Events = keyof Events> = { [K in E]: Told<K> }[E];

/** What a worker is told once, before anything else. */
export interface Start {
  /** Address of the page's folder, ending in a slash: models/ lies there. */
  readonly base: string;
  /** Handles count up from here, so that one given by a worker that died never fits its successor. */
  readonly firstHandle: number;
  /** Name of a Web Lock the worker holds for as long as it lives. */
  readonly lock: string;
  /** WASM threads; undefined = found by a short trial. */
  readonly threads: number | undefined;
}

export type ToWorker =
  | WireRequest
  | { readonly type: 'start'; readonly start: Start }
  | { readonly type: 'cancel'; readonly id: number };

export type ToPage =
  | { readonly type: 'response'; readonly id: number; readonly response: Response<MessageName> }
  | { readonly type: 'error'; readonly id: number; readonly error: PlainError }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress<MessageName> }
  | { readonly type: 'event'; readonly event: WireEvent };

/** What the channel needs of a Worker, a MessagePort or a worker's own global. */
export interface Port<Out, In> {
  postMessage(message: Out, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: In }) => void): void;
}
