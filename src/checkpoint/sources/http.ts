import { TailscopeError } from '../../core/error.ts';

/** What is read of an answer; `fetch`'s Response is one. */
export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** Bytes wanted, end exclusive; all of them when left out. */
  readonly range?: readonly [start: number, end: number];
  /** Only the headers are wanted. */
  readonly head?: boolean;
}

/**
 * Asks a server for something, without a word about the page or the person.
 * Rejects with TailscopeError("no-answer" | "cancelled"); an answer of any status resolves.
 */
export type Http = (url: string, options: AskOptions) => Promise<Answer>;

/** More than any list of files or configuration takes. */
const MOST_BYTES = 2 ** 24;

/** The body of an answer, which must be short. */
export async function shortBody(answer: Answer, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const said = Number(answer.headers.get('Content-Length') ?? 0);
  const tooLarge = (bytes: number) => TailscopeError.of('file-too-large', { name, bytes, most: MOST_BYTES });
  if (said > MOST_BYTES) throw tooLarge(said);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > MOST_BYTES) throw tooLarge(bytes.length);
  return bytes;
}
