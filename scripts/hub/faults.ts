/** What a server does wrong, once for each time it is planned. */
export interface Fault {
  /** Part of the address that it strikes. */
  readonly at: string;
  /** The only method that it strikes; any when left out. */
  readonly method?: 'GET' | 'HEAD';
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
  /** Says that the file is this version, in quotes. */
  readonly etag?: string;
  /** Says this of the part that it sends. */
  readonly contentRange?: string;
  /** Sends so many bytes more than were asked for, and does not say how many come. */
  readonly extraBytes?: number;
  /** Sends one byte after another for ever, and does not say how many come. */
  readonly endless?: boolean;
  /** Sends the whole file compressed. */
  readonly gzip?: boolean;
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
  take(url: string, by: string): Fault | undefined {
    const index = this.#planned.findIndex(({ at, method = by }) => url.includes(at) && method === by);
    const fault = this.#planned[index];
    if (fault && fault.always !== true) this.#planned.splice(index, 1);
    return fault;
  }
}
