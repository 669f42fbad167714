import { contentRange, refusal, type RemoteFile, type RemotePlace } from '../checkpoint/sources/index.ts';
import { TailscopeError } from '../core/error.ts';
import { Assembly } from './assembly.ts';
import { Attempt, Passing } from './attempt.ts';
import type { FetchHost } from './host.ts';
import type { FileKeeper } from './keeper.ts';
import { patiently } from './patiently.ts';
import { askedPatience, isPassing, OF_A_DOWNLOAD } from './retry.ts';

/** What a download tells as it goes. */
export interface FetchEvents {
  /** Bytes of this file that are there. */
  loaded(bytes: number, doing: 'checking' | 'fetching'): void;
  /** It is tried again after so many seconds. */
  waiting(seconds: number): void;
}

export interface FetchJob {
  readonly file: RemoteFile;
  readonly place: RemotePlace;
  readonly keeper: FileKeeper;
  readonly host: FetchHost;
  readonly events: FetchEvents;
  readonly signal: AbortSignal;
}

/** The body ended as if that were the whole file, before the length that the list of files gives. */
class Short extends Passing {
  readonly found: number;

  constructor(error: TailscopeError, found: number) {
    super(error);
    this.found = found;
  }
}

/**
 * Fetches a file to its end and hands it to its keeper part by part, going on where it stopped before:
 * after a dropped connection, a pause, or a reload of the page. Its size and its hash are held to what the
 * list of files said; a file with wrong bytes is fetched once more from its beginning.
 * @throws TailscopeError("cancelled", "remote-lost", "no-answer", "remote-size", "remote-part", "remote-hash",
 *   "remote-busy" | ... as `refusal` has it); what has come is kept
 */
export async function fetchFile(job: FetchJob): Promise<void> {
  const { keeper, file, signal, events } = job;
  const assembly = new Assembly(keeper, file.blob === undefined ? undefined : listedSize(job));
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
    const wrong = wrongHash(file, assembly);
    if (!wrong) {
      keeper.record.sha256 = assembly.digest();
      keeper.record.size = assembly.loaded;
      await keeper.save();
      return;
    }
    assembly.reset();
    await keeper.save();
    if (again) throw TailscopeError.of('remote-hash', { file: file.path, ...wrong });
  }
}

interface WrongHash {
  readonly hash: 'SHA-256' | 'git';
  readonly expected: string;
  readonly found: string;
}

/** The hash that the list of files gives, SHA-256 of large files and git's own of others, where that is not the file's. */
function wrongHash({ sha256, blob }: RemoteFile, assembly: Assembly): WrongHash | undefined {
  const differs = (
    hash: WrongHash['hash'],
    expected: string | undefined,
    found: string | undefined,
  ): WrongHash | undefined =>
    expected === undefined || found === undefined || found === expected
      ? undefined
      : { hash, expected, found };
  return differs('SHA-256', sha256, assembly.digest()) ?? differs('git', blob, assembly.gitDigest());
}

/**
 * The length that a file must have: what a hub lists, or what came with a hash. A folder's own server says how
 * long its files are, too, but of a compressed answer that is not the file's length.
 */
function listedSize({ file, place }: FetchJob): number | undefined {
  return place.kind === 'hub' || file.sha256 !== undefined ? file.size : undefined;
}

async function fetchToEnd(job: FetchJob, assembly: Assembly): Promise<void> {
  const { signal, host, events, file, keeper } = job;
  const size = file.size ?? keeper.record.size;
  // everything was there already, and only the hash was not taken
  if (size !== undefined && assembly.loaded === size) return;
  let ended: number | undefined;
  await patiently(
    async (tries) => {
      try {
        await fetchOnce(job, assembly, tries);
      } catch (error) {
        if (!(error instanceof Short)) throw error;
        // twice at the same place: that is the server's file
        if (error.found === ended) throw wrongSize(job, assembly, error.found);
        ended = error.found;
        throw error;
      }
    },
    {
      host,
      signal,
      patience: OF_A_DOWNLOAD,
      loaded: () => assembly.loaded,
      waiting: (seconds) => {
        events.waiting(seconds);
      },
    },
  );
}

function wrongSize({ file }: FetchJob, assembly: Assembly, found: number): TailscopeError {
  assembly.reset();
  return TailscopeError.of('remote-size', { file: file.path, expected: file.size ?? 0, found });
}

/** One request, from the byte that is wanted next to the end of the file. */
async function fetchOnce(job: FetchJob, assembly: Assembly, tries: number): Promise<void> {
  const { file, place, keeper, host, signal } = job;
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
function isOther(response: Response, { record }: FileKeeper, from: number): boolean {
  const { headers } = response;
  const differs = (known: string | undefined, now: string | null): boolean =>
    known !== undefined && now !== null && known !== now;
  const part = contentRange(response);
  return (
    differs(record.etag, headers.get('ETag')) ||
    differs(record.modified, headers.get('Last-Modified')) ||
    (part !== undefined && part.start !== from) ||
    (part?.total !== undefined && record.size !== undefined && part.total !== record.size)
  );
}

function forgetFacts({ record }: FileKeeper): void {
  record.etag = undefined;
  record.modified = undefined;
  record.size = undefined;
}

/** Writes down what the answer says of the whole file, and holds its length to what was expected. */
function note(response: Response, { file, keeper }: FetchJob, from: number): void {
  const { record } = keeper;
  const { headers } = response;
  const length = headers.get('Content-Length');
  // of a compressed answer the length says nothing of the file's; a file with a known hash is never compressed
  const rest = length === null || headers.get('Content-Encoding') !== null ? undefined : Number(length);
  const found = contentRange(response)?.total ?? (rest === undefined ? undefined : from + rest);
  if (file.sha256 !== undefined && file.size !== undefined && found !== undefined && found !== file.size)
    throw TailscopeError.of('remote-size', { file: file.path, expected: file.size, found });
  record.size ??= file.size ?? found;
  record.etag ??= headers.get('ETag') ?? undefined;
  record.modified ??= headers.get('Last-Modified') ?? undefined;
}

async function readBody(
  response: Response,
  job: FetchJob,
  assembly: Assembly,
  attempt: Attempt,
  lost: () => TailscopeError,
): Promise<void> {
  const { file, events } = job;
  const expected = listedSize(job);
  const end = contentRange(response)?.end;
  for await (const piece of attempt.body(response, lost)) {
    const found = assembly.loaded + piece.length;
    if (expected !== undefined && found > expected) throw wrongSize(job, assembly, found);
    if (end !== undefined && found > end) {
      assembly.reset();
      throw TailscopeError.of('remote-part', { file: file.path });
    }
    await assembly.add(piece);
    events.loaded(assembly.loaded, 'fetching');
  }
  if (expected !== undefined && assembly.loaded < expected) throw new Short(lost(), assembly.loaded);
  events.loaded(assembly.loaded, 'fetching');
}
