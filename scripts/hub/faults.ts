/** What a server does wrong, once for each time it is planned. */
export interface Fault {
  /** Part of the address that it strikes. */
  readonly at: string;
  /** Answers with this status instead. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the connection after so many bytes of the body. */
  readonly cutAfter?: number;
  /** Bytes a second. */
  readonly drip?: number;
  /** Says nothing more after so many bytes, and keeps the connection. */
  readonly stallAfter?: number;
  /** Flips a bit at this place of the file. */
  readonly flipAt?: number;
  /** Adds so many bytes to the file's end; negative ones are missing. */
  readonly lengthen?: number;
  /** Knows nothing of parts: the whole file comes whatever is asked for. */
  readonly noRanges?: boolean;
  /** Strikes every time instead of once. */
  readonly always?: boolean;
}

/** The faults that are to come. */
export class Faults {
  #planned: Fault[] = [];

  plan(...faults: readonly Fault[]): void {
    this.#planned.push(...faults);
  }

  clear(): void {
    this.#planned = [];
  }

  /** The fault that strikes this request, if one does. */
  take(url: string): Fault | undefined {
    const index = this.#planned.findIndex(({ at }) => url.includes(at));
    const fault = this.#planned[index];
    if (fault && fault.always !== true) this.#planned.splice(index, 1);
    return fault;
  }
}
