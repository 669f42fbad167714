import { contentRange, type RemoteFile } from '../checkpoint/sources/index.ts';
import { TailscopeError } from '../core/error.ts';
import { Attempt, Passing } from './attempt.ts';
import { Digester } from './digest.ts';
import type { FetchHost } from './host.ts';
import type { FileKeeper } from './keeper.ts';
import type { PartRecord } from './manifest.ts';
import { patiently } from './patiently.ts';
import { askedPatience, isPassing, OF_A_DOWNLOAD } from './retry.ts';

export interface PartJob {
  readonly file: RemoteFile;
  readonly kept: Pick<FileKeeper, 'record' | 'partBytes'>;
  readonly host: FetchHost;
  readonly signal: AbortSignal;
}

/**
 * Fetches one part of a file again, with the patience of a download, and going on where a connection broke off.
 * Wrong bytes are fetched once more.
 * @returns the bytes that the part had when the file was found right
 * @throws TailscopeError("stored-damaged" | "cancelled")
 */
export async function fetchPart(job: PartJob, part: number): Promise<Uint8Array<ArrayBuffer>> {
  const { file, kept, signal } = job;
  const wanted = kept.record.parts[part];
  const damaged = (cause?: unknown) => TailscopeError.of('stored-damaged', { file: file.path }, cause);
  if (!wanted) throw damaged();
  try {
    const digester = new Digester();
    for (let tries = 0; tries < 2; tries++) {
      const bytes = await fetchBytes(job, part * kept.partBytes, wanted);
      if ((await digester.digestOf(bytes)) === wanted.digest) return bytes;
    }
  } catch (error) {
    if (signal.aborted) throw TailscopeError.from(signal.reason);
    throw damaged(error);
  }
  throw damaged();
}

async function fetchBytes(
  { file, host, signal }: PartJob,
  start: number,
  { bytes: length }: PartRecord,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  const lost = () => TailscopeError.of('remote-lost', { file: file.path, host: new URL(file.url).host });
  await patiently(
    async () => {
      const attempt = new Attempt(signal, host.patience);
      try {
        const from = start + filled;
        const headers = { Range: `bytes=${from}-${start + length - 1}` };
        const response = await attempt.passing(host.open(file.url, attempt.signal, headers), lost);
        if (isPassing(response.status))
          throw new Passing(lost(), askedPatience(response.headers, Date.now()));
        // a whole file where a part was asked for is not read
        if (response.status !== 206 || (contentRange(response)?.start ?? from) !== from)
          throw TailscopeError.of('remote-part', { file: file.path });
        for await (const piece of attempt.body(response, lost)) {
          if (filled + piece.length > length) throw TailscopeError.of('remote-part', { file: file.path });
          bytes.set(piece, filled);
          filled += piece.length;
        }
        if (filled < length) throw new Passing(lost());
      } finally {
        attempt.end();
      }
    },
    { host, signal, patience: OF_A_DOWNLOAD, loaded: () => filled },
  );
  return bytes;
}
