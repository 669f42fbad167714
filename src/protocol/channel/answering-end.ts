import { TailscopeError } from '../../core/error.ts';
import type { MessageName, Progress, Request, Response } from '../messages.ts';
import { Slots } from './slots.ts';
import { transferables } from './transferables.ts';
import type { Port, Priority, Start, ToPage, ToWorker, WireEvent, WireRequest } from './wire.ts';

export interface CallContext<N extends MessageName> {
  /** Aborted, with a TailscopeError as its reason, when the call is cancelled or superseded. */
  readonly signal: AbortSignal;
  readonly priority: Priority;
  readonly onProgress: (progress: Progress<N>) => void;
}

/** A response is handed over: its arrays' buffers leave the worker, so none may be kept in use there. */
export type Handlers = {
  readonly [N in MessageName]: (request: Request<N>, context: CallContext<N>) => Promise<Response<N>>;
};

/** Says something unasked. */
export type Emit = (event: WireEvent) => void;

/**
 * The worker's end of the channel. Calls run side by side as far as their handlers let them; an
 * aborted one is answered at once, whenever its handler notices.
 */
export class AnsweringEnd {
  readonly #port: Port<ToPage, ToWorker>;
  readonly #running = new Map<number, AbortController>();
  readonly #slots = new Slots();
  #handlers: Handlers | undefined;

  /** @param begin called once, with the page's first message */
  constructor(port: Port<ToPage, ToWorker>, begin: (start: Start, emit: Emit) => Handlers) {
    this.#port = port;
    port.addEventListener('message', ({ data }) => {
      if (data.type === 'start') this.#handlers = begin(data.start, this.#emit);
      else if (data.type === 'cancel') this.#running.get(data.id)?.abort(TailscopeError.of('cancelled'));
      else if (this.#handlers) void this.#answer(data, this.#handlers);
    });
  }

  readonly #emit: Emit = (event) => {
    this.#port.postMessage({ type: 'event', event }, []);
  };

  async #answer<N extends MessageName>(asked: WireRequest<N>, handlers: Handlers): Promise<void> {
    const { id, name, request, priority, slot } = asked;
    const controller = new AbortController();
    const { signal } = controller;
    this.#running.set(id, controller);
    if (slot !== undefined) this.#slots.take(slot, controller);
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener(
        'abort',
        () => {
          reject(TailscopeError.from(signal.reason));
        },
        { once: true },
      );
    });
    const onProgress = (progress: Progress<N>) => {
      if (this.#running.has(id)) this.#port.postMessage({ type: 'progress', id, progress }, []);
    };
    try {
      const work = handlers[name](request, { signal, priority, onProgress });
      const response = await Promise.race([work, aborted]);
      this.#port.postMessage({ type: 'response', id, response }, transferables(response));
    } catch (error) {
      this.#port.postMessage({ type: 'error', id, error: TailscopeError.from(error).toPlain() }, []);
    } finally {
      this.#running.delete(id);
      if (slot !== undefined) this.#slots.leave(slot, controller);
    }
  }
}
