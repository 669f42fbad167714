import { TailscopeError } from '../../core/error.ts';
import type { Events, MessageName, Progress, Request, Response } from '../messages.ts';
import type { Port, Priority, Start, ToPage, ToWorker, WireEvent, WireRequest } from './wire.ts';

export interface CallOptions<N extends MessageName> {
  /** Aborting rejects the call at once with 'cancelled' and stops the work in the worker. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress<N>) => void;
  /** A newer call in the same slot supersedes this one, which then rejects with 'superseded'. */
  readonly slot?: string;
  /** Default 'live'. */
  readonly priority?: Priority;
}

export type EventListeners = { readonly [E in keyof Events]: (detail: Events[E]) => void };

interface Pending {
  readonly resolve: (response: Response<MessageName>) => void;
  readonly reject: (error: TailscopeError) => void;
  readonly progress: ((progress: Progress<MessageName>) => void) | undefined;
}

/** The page's end of the channel: calls go out under a number, and whatever comes back finds its call by it. */
export class AskingEnd {
  readonly #port: Port<ToWorker, ToPage>;
  readonly #listeners: EventListeners;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #failed: TailscopeError | undefined;

  constructor(port: Port<ToWorker, ToPage>, start: Start, listeners: EventListeners) {
    this.#port = port;
    this.#listeners = listeners;
    port.addEventListener('message', ({ data }) => {
      this.#receive(data);
    });
    port.postMessage({ type: 'start', start }, []);
  }

  /** @throws (rejects with) TailscopeError, whatever went wrong and wherever */
  call<N extends MessageName>(
    name: N,
    request: Request<N>,
    options: CallOptions<N> = {},
  ): Promise<Response<N>> {
    const { signal, onProgress, slot, priority = 'live' } = options;
    if (this.#failed) return Promise.reject(this.#failed);
    if (signal?.aborted) return Promise.reject(TailscopeError.of('cancelled'));
    const id = ++this.#lastId;
    const answer = new Promise<Response<N>>((resolve, reject) => {
      const cancel = () => {
        this.#pending.delete(id);
        this.#port.postMessage({ type: 'cancel', id }, []);
        reject(TailscopeError.of('cancelled'));
      };
      const settled = () => {
        signal?.removeEventListener('abort', cancel);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      // The worker answers request `id` with the types of its name; the map of pending calls cannot say so.
      this.#pending.set(id, {
        resolve: (response) => {
          settled();
          resolve(response);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
        progress: onProgress,
      });
    });
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- a generic name does not narrow the union, though every name comes with its own request
    const message = { type: 'request', id, name, request, priority, slot } as WireRequest;
    this.#port.postMessage(message, []);
    return answer;
  }

  /** Rejects every pending call and all that follow: the other end is gone. */
  fail(error: TailscopeError): void {
    this.#failed = error;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const call of pending) call.reject(error);
  }

  #receive(message: ToPage): void {
    if (message.type === 'event') {
      this.#tell(message.event);
      return;
    }
    // an answer to a call that was cancelled meanwhile finds nobody
    const call = this.#pending.get(message.id);
    if (!call) return;
    if (message.type === 'progress') {
      call.progress?.(message.progress);
      return;
    }
    this.#pending.delete(message.id);
    if (message.type === 'response') call.resolve(message.response);
    else call.reject(TailscopeError.revive(message.error));
  }

  #tell<E extends keyof Events>({ name, detail }: WireEvent<E>): void {
    this.#listeners[name](detail);
  }
}
