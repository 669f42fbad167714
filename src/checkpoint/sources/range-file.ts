import { TailscopeError } from '../../core/error.ts';
import { baseName, type ByteFile } from '../byte-file.ts';
import type { Http } from './http.ts';
import { contentRange } from './content-range.ts';
import { refusal } from './refusal.ts';
import type { RemoteFile, RemotePlace } from './remote-model.ts';

/** A file on another machine of which only the parts that are read are fetched. */
export interface RangeFile extends ByteFile {
  /** Bytes fetched so far. */
  fetched(): number;
}

/** The first request's bytes: most headers of safetensors fit. */
const AHEAD = 2 ** 16;

/**
 * Opens a file for reading by HTTP Range requests, each of one range: the only kind that a browser sends
 * to another host without asking its leave first, which the hub's file servers do not give.
 * Its reads throw TailscopeError("no-ranges" | "remote-part" | "remote-size" | "no-answer" | ...) as `refusal`
 * has it.
 * @param file its size must be known
 */
export function rangeFile(
  http: Http,
  place: RemotePlace,
  file: RemoteFile & { readonly size: number },
): RangeFile {
  const { size, path, url } = file;
  let fetched = 0;
  let ahead: Promise<Uint8Array<ArrayBuffer>> | undefined;

  const ask = async (start: number, end: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> => {
    const answer = await http(url, { signal, name: path, range: [start, end] });
    if (answer.status !== 206) {
      // a whole file where a part was asked for is not read
      if (answer.ok) throw TailscopeError.of('no-ranges', { file: baseName(path) });
      throw refusal(answer, place, path);
    }
    const { body } = answer;
    const part = contentRange(answer);
    if (part?.total !== undefined && part.total !== size)
      throw TailscopeError.of('remote-size', { file: path, expected: size, found: part.total });
    // every byte that was asked for lies within the file
    if ((part && (part.start !== start || part.end !== end)) || body.length !== end - start)
      throw TailscopeError.of('remote-part', { file: path });
    fetched += body.length;
    return body;
  };

  return {
    name: path,
    size,
    fetched: () => fetched,
    read: async (start, end, signal = new AbortController().signal) => {
      const head = Math.min(AHEAD, size);
      if (end > head) return ask(start, end, signal);
      ahead ??= ask(0, head, signal);
      // a failure is not kept
      ahead.catch(() => {
        ahead = undefined;
      });
      return (await ahead).slice(start, end);
    },
  };
}
