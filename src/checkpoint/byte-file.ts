import { TailscopeError } from '../core/error.ts';

/** A file that can be read in parts: a dropped File, a handle on disk, a response of the network. */
export interface ByteFile {
  /** Its name, or its path within what was dropped. */
  readonly name: string;
  readonly size: number;
  /** Whether bytes that are read are nobody else's: who reads them may give them up. Not so when left out. */
  readonly givesCopies?: boolean;
  /** Bytes start..end, end exclusive. */
  read(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}

/** The name without its folders. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Reads exactly the bytes asked for.
 * @throws TailscopeError("file-short" | "cancelled")
 */
export async function readRange(
  file: ByteFile,
  start: number,
  end: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  if (signal?.aborted) throw TailscopeError.of('cancelled');
  if (end > file.size) throw fileShort(file, end, file.size);
  const bytes = await file.read(start, end, signal).catch((error: unknown) => {
    throw signal?.aborted ? TailscopeError.of('cancelled', undefined, error) : error;
  });
  if (bytes.length !== end - start) throw fileShort(file, end, start + bytes.length);
  return bytes;
}

function fileShort(file: ByteFile, expected: number, found: number): TailscopeError {
  return TailscopeError.of('file-short', { name: baseName(file.name), expected, found });
}
