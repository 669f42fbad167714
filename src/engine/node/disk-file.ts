import { open, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteFile } from '../../checkpoint/index.ts';
import { TailscopeError } from '../../core/error.ts';

/** A file on disk that stays open until it is closed. */
export interface DiskFile extends ByteFile {
  close(): Promise<void>;
}

async function openFile(folder: string, name: string): Promise<DiskFile> {
  const handle = await open(join(folder, name));
  const { size } = await handle.stat();
  return {
    name,
    size,
    read: (start, end) => readFully(handle, start, end),
    close: () => handle.close(),
  };
}

/** Fewer bytes come back only where the file ends. */
async function readFully(handle: FileHandle, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(end - start);
  let read = 0;
  while (read < bytes.length) {
    const { bytesRead } = await handle.read(bytes, read, bytes.length - read, start + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

/** Where the hub's models keep their exports. */
const EXPORTS = 'onnx';

/**
 * The files of a folder and of its folder of exports, not of others inside it.
 * @throws TailscopeError("no-folder")
 */
export async function openFolder(folder: string): Promise<DiskFile[]> {
  try {
    const names = [...(await namesOf(folder)), ...(await namesOf(folder, EXPORTS).catch(() => []))];
    return await Promise.all(names.map((name) => openFile(folder, name)));
  } catch (cause) {
    throw TailscopeError.of('no-folder', { folder }, cause);
  }
}

async function namesOf(folder: string, within = '.'): Promise<string[]> {
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  // names in a folder are given with slashes on every system
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map(({ name }) => (within === '.' ? name : `${within}/${name}`));
}
