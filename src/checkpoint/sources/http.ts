/** What is read of an answer. */
export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Empty of headers alone, of a refusal, and of a whole file where a part was asked for. */
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** What is asked for, as the person is told of it. */
  readonly name: string;
  /** Bytes wanted, end exclusive; all of them when left out. */
  readonly range?: readonly [start: number, end: number];
  /** Only the headers are wanted. */
  readonly head?: boolean;
}

/**
 * Asks a server for something short, without a word about the page or the person. No more is read of an
 * answer than MOST_BYTES, or than the range that was asked for.
 * Rejects with TailscopeError("no-answer" | "file-too-large" | "remote-part" | "cancelled"); an answer of
 * any status resolves.
 */
export type Http = (url: string, options: AskOptions) => Promise<Answer>;

/** More than any list of files or configuration takes. */
export const MOST_BYTES = 2 ** 24;
