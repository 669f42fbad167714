import { refusal, type RemoteFile, type RemotePlace } from '../../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../../core/error.ts';
import { Assembly } from './assembly.ts';
import type { FileKeeper } from './keeper.ts';
import { askedPatience, isPassing, MOST_PATIENCE, MOST_TRIES, waitBefore } from './retry.ts';

/** What a download tells as it goes. */
export interface FetchEvents {
  /** Bytes of this file that are there. */
  loaded(bytes: number, doing: 'checking' | 'fetching'): void;
  /** It is tried again after so many seconds. */
  waiting(seconds: number): void;
}

/** What a download needs of the world, so that tests can stand in for it. */
export interface FetchHost {
  open(url: string, signal: AbortSignal, headers: Readonly<Record<string, string>>): Promise<Response>;
  sleep(seconds: number, signal: AbortSignal): Promise<void>;
  /** Seconds without a byte after which a connection counts as lost. */
  readonly patience: number;
}

export interface FetchJob {
  readonly file: RemoteFile;
  readonly place: RemotePlace;
  readonly keeper: FileKeeper;
  readonly host: FetchHost;
  readonly events: FetchEvents;
  readonly signal: AbortSignal;
}

/** The connection broke off, or the server asked for patience: worth another try. */
class Passing extends Error {
  readonly patience: number | undefined;
  readonly error: TailscopeError;

  constructor(error: TailscopeError, patience?: number) {
    super(error.message);
    this.error = error;
    this.patience = patience;
  }
}

/**
 * Fetches a file to its end and hands it to its keeper part by part, going on where it stopped before:
 * after a dropped connection, a pause, or a reload of the page. Its size and hash are held to what the
 * list of files said; a file with wrong bytes is fetched once more from its beginning.
 * @throws TailscopeError("cancelled", "remote-lost", "no-answer", "remote-size", "remote-hash",
 *   "remote-busy" | ... as `refusal` has it); what has come is kept
 */
export async function fetchFile(job: FetchJob): Promise<void> {
  const { keeper, file, signal, events } = job;
  const assembly = new Assembly(keeper);
  await assembly.takeUp(() => {
    events.loaded(assembly.loaded, 'checking');
  }, signal);
  for (let again = false; ; again = true) {
    try {
      await fetchToEnd(job, assembly);
    } finally {
      // also when cancelled: a pause keeps what has come
      await assembly.flush();
    }
    const found = assembly.digest();
    const expected = file.sha256 ?? found;
    if (found === expected) {
      keeper.record.sha256 = found;
      keeper.record.size = assembly.loaded;
      await keeper.save();
      return;
    }
    assembly.reset();
    await keeper.save();
    if (again) throw TailscopeError.of('remote-hash', { file: file.path, expected, found });
  }
}

async function fetchToEnd(job: FetchJob, assembly: Assembly): Promise<void> {
  const { signal, host, events, file, keeper } = job;
  const size = file.size ?? keeper.record.size;
  // everything was there already, and only the hash was not taken
  if (size !== undefined && assembly.loaded === size) return;
  let tries = 0;
  for (;;) {
    const before = assembly.loaded;
    stopIfAborted(signal);
    try {
      await fetchOnce(job, assembly, tries);
      return;
    } catch (error) {
      stopIfAborted(signal);
      if (!(error instanceof Passing)) throw error;
      tries = assembly.loaded > before ? 1 : tries + 1;
      if (tries >= MOST_TRIES || (error.patience ?? 0) > MOST_PATIENCE) throw error.error;
      const seconds = waitBefore(tries, error.patience);
      events.waiting(seconds);
      await host.sleep(seconds, signal);
    }
  }
}

/** One request, from the byte that is wanted next to the end of the file. */
async function fetchOnce(job: FetchJob, assembly: Assembly, tries: number): Promise<void> {
  const { file, place, keeper, host, signal, events } = job;
  const lost = () =>
    assembly.loaded > 0
      ? TailscopeError.of('remote-lost', { file: file.path, host: new URL(file.url).host })
      : TailscopeError.of('no-answer', { host: new URL(file.url).host });
  const attempt = new Attempt(signal, host.patience);
  try {
    const from = assembly.loaded;
    const response = await attempt.passing(
      host.open(file.url, attempt.signal, rangeFrom(from, job, tries)),
      lost,
    );
    const { status } = response;
    if (isPassing(status))
      throw new Passing(refusal(response, place, file.path), askedPatience(response.headers, Date.now()));
    const restarts =
      status === 416 || (from > 0 && response.ok && (status === 200 || isOther(response, keeper, from)));
    if (restarts) {
      // no parts are given out, or the file has changed since
      assembly.reset();
      forgetFacts(keeper);
      if (status !== 200) throw new Passing(refusal(response, place, file.path));
    }
    if (!response.ok) throw refusal(response, place, file.path);
    note(response, job, assembly.loaded);
    await readBody(response, job, assembly, attempt, lost);
    events.loaded(assembly.loaded, 'fetching');
  } finally {
    attempt.end();
  }
}

/**
 * What to ask for: all of it, or the rest from a byte on. If-Range would say at once that the file has
 * changed; but a host must allow it beforehand, which the hub's file servers do not, and there the hash says
 * it at the end. So it is sent only where there is no hash, and not again where the connection failed.
 */
function rangeFrom(
  from: number,
  { file, keeper }: FetchJob,
  tries: number,
): Readonly<Record<string, string>> {
  if (from === 0) return {};
  const { etag } = keeper.record;
  const strong = file.sha256 === undefined && tries === 0 && etag?.startsWith('"') === true;
  return { Range: `bytes=${from}-`, ...(strong && { 'If-Range': etag }) };
}

/** Whether a part belongs to another file than was begun, or to another place in it, as far as the answer says. */
function isOther({ headers }: Response, { record }: FileKeeper, from: number): boolean {
  const differs = (known: string | undefined, now: string | null): boolean =>
    known !== undefined && now !== null && known !== now;
  const start = /^bytes (\d+)-/.exec(headers.get('Content-Range') ?? '')?.[1];
  return (
    differs(record.etag, headers.get('ETag')) ||
    differs(record.modified, headers.get('Last-Modified')) ||
    (start !== undefined && Number(start) !== from)
  );
}

function forgetFacts({ record }: FileKeeper): void {
  record.etag = undefined;
  record.modified = undefined;
  record.size = undefined;
}

/** Writes down what the answer says of the whole file, and holds its length to what was expected. */
function note({ headers, status }: Response, { file, keeper }: FetchJob, from: number): void {
  const { record } = keeper;
  const length = headers.get('Content-Length');
  // of a compressed answer the length says nothing of the file's; a file with a known hash is never compressed
  const rest = length === null || headers.get('Content-Encoding') !== null ? undefined : Number(length);
  const total = status === 206 ? totalOf(headers) : undefined;
  const found = total ?? (rest === undefined ? undefined : from + rest);
  if (file.sha256 !== undefined && file.size !== undefined && found !== undefined && found !== file.size)
    throw TailscopeError.of('remote-size', { file: file.path, expected: file.size, found });
  record.size ??= file.size ?? found;
  record.etag ??= headers.get('ETag') ?? undefined;
  record.modified ??= headers.get('Last-Modified') ?? undefined;
}

function totalOf(headers: Headers): number | undefined {
  const total = /\/(\d+)$/.exec(headers.get('Content-Range') ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}

async function readBody(
  response: Response,
  { file, events }: FetchJob,
  assembly: Assembly,
  attempt: Attempt,
  lost: () => TailscopeError,
): Promise<void> {
  const expected = file.sha256 === undefined ? undefined : file.size;
  const reader = response.body?.getReader();
  for (;;) {
    const { value } = (await attempt.passing(reader?.read() ?? Promise.resolve(undefined), lost)) ?? {};
    if (!value) break;
    await assembly.add(value);
    if (expected !== undefined && assembly.loaded > expected) {
      const found = assembly.loaded;
      assembly.reset();
      throw TailscopeError.of('remote-size', { file: file.path, expected, found });
    }
    events.loaded(assembly.loaded, 'fetching');
  }
  if (expected !== undefined && assembly.loaded < expected) throw new Passing(lost());
}

/** One request's life: given up when nothing comes for too long. */
class Attempt {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;
  readonly #patience: number;
  readonly #cancel = (): void => {
    this.#controller.abort(this.#outer.reason);
  };

  constructor(outer: AbortSignal, patience: number) {
    this.#outer = outer;
    this.#patience = patience;
    outer.addEventListener('abort', this.#cancel, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The same promise; what the network does to it is worth another try. */
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

  end(): void {
    this.#outer.removeEventListener('abort', this.#cancel);
    // whatever of the answer was not read is not wanted
    this.#controller.abort();
  }
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw TailscopeError.from(signal.reason);
}
