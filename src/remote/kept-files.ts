import type { ByteFile } from '../checkpoint/index.ts';
import { TailscopeError } from '../core/error.ts';
import { fetchPart, type PartJob } from './fetch-part.ts';
import type { FetchHost } from './host.ts';
import type { FileKeeper, Keeper } from './keeper.ts';

/**
 * A whole model's files as a checkpoint reads them. What lies in memory is handed out as it is; what is
 * stored is read part by part, each held to the digest it had when the file was found right, and a part
 * that is damaged is fetched again. A part that is still in memory from its download is given away.
 * Their reads throw TailscopeError("stored-damaged" | "cancelled").
 */
export function keptFiles(keeper: Keeper, host: FetchHost): ByteFile[] {
  const { model, records } = keeper.manifest;
  return model.files.map((file, index) => {
    const size = records[index]?.size ?? 0;
    const { memory } = keeper;
    if (memory) {
      const bytes = memory.whole(index, size);
      return { name: file.path, size, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) };
    }
    const kept = keeper.file(index);
    return {
      name: file.path,
      size,
      givesCopies: true,
      read: (start, end, signal = new AbortController().signal) =>
        readStored({ file, kept, host, signal }, start, end),
    };
  });
}

export interface Stored extends PartJob {
  readonly kept: FileKeeper;
}

/**
 * Bytes of a file that are stored. Who asks for a whole part is given it, if it is still in memory.
 * @throws TailscopeError("stored-damaged" | "cancelled")
 */
export async function readStored(
  stored: Stored,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { partBytes } = stored.kept;
  const first = Math.floor(start / partBytes);
  if (start === first * partBytes && end - start === stored.kept.record.parts[first]?.bytes)
    return readPart(stored, first, 'take'); // one part, as it is
  const bytes = new Uint8Array(end - start);
  for (let part = first; part * partBytes < end; part++) {
    const found = await readPart(stored, part, 'read');
    const at = part * partBytes;
    bytes.set(found.subarray(Math.max(0, start - at), end - at), Math.max(0, at - start));
  }
  return bytes;
}

async function readPart(
  stored: Stored,
  part: number,
  how: 'read' | 'take',
): Promise<Uint8Array<ArrayBuffer>> {
  if (stored.signal.aborted) throw TailscopeError.from(stored.signal.reason);
  const kept = await stored.kept[how](part);
  if (kept) return kept;
  const bytes = await fetchPart(stored, part);
  await stored.kept.replace(part, bytes);
  return bytes;
}
