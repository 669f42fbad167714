import { TailscopeError } from '../core/error.ts';

/** The connection broke off, or the server asked for patience: worth another try. */
export class Passing extends Error {
  /** Seconds that the server asks to be left alone for. */
  readonly patience: number | undefined;
  /** What the person is told where no other try is made. */
  readonly error: TailscopeError;

  constructor(error: TailscopeError, patience?: number) {
    super(error.message);
    this.error = error;
    this.patience = patience;
  }
}

/** One request's life: given up when nothing comes for too long. */
export class Attempt {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;
  readonly #patience: number;
  readonly #cancel = (): void => {
    this.#controller.abort(this.#outer.reason);
  };

  /** @param patience seconds without a byte */
  constructor(outer: AbortSignal, patience: number) {
    this.#outer = outer;
    this.#patience = patience;
    outer.addEventListener('abort', this.#cancel, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /**
   * The same promise; what the network does to it is worth another try.
   * @param lost what the person is told where no other try is made
   */
  async passing<T>(promise: Promise<T>, lost: () => TailscopeError): Promise<T> {
    const timer = setTimeout(() => {
      this.#controller.abort();
    }, this.#patience * 1000);
    try {
      return await promise;
    } catch (error) {
      if (this.#outer.aborted || error instanceof TailscopeError) throw error;
      throw new Passing(lost());
    } finally {
      clearTimeout(timer);
    }
  }

  /** The pieces of an answer's body as they come. */
  async *body(response: Response, lost: () => TailscopeError): AsyncGenerator<Uint8Array> {
    const reader = response.body?.getReader();
    if (!reader) return;
    for (;;) {
      const { value } = await this.passing(reader.read(), lost);
      if (!value) return;
      yield value;
    }
  }

  /** Whatever of the answer was not read is not wanted. */
  end(): void {
    this.#outer.removeEventListener('abort', this.#cancel);
    this.#controller.abort();
  }
}
