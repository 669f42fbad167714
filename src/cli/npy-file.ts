import { open, type FileHandle } from 'node:fs/promises';
import { TailscopeError } from '../core/error.ts';

/** A NumPy file of float32 in row-major order, written in whatever order its parts come. */
export class NpyFile {
  readonly #handle: FileHandle;
  readonly #start: number;
  readonly #path: string;

  private constructor(handle: FileHandle, start: number, path: string) {
    this.#handle = handle;
    this.#start = start;
    this.#path = path;
  }

  /** @throws TailscopeError("no-write") */
  static async create(path: string, shape: readonly number[]): Promise<NpyFile> {
    try {
      const handle = await open(path, 'w');
      const header = npyHeader(shape);
      await handle.write(header, 0, header.length, 0);
      return new NpyFile(handle, header.length, path);
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  /** @param place index of the first value among all. @throws TailscopeError("no-write") */
  async write(values: Float32Array, place: number): Promise<void> {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    try {
      let written = 0;
      while (written < bytes.length) {
        const at = this.#start + 4 * place + written;
        written += (await this.#handle.write(bytes, written, bytes.length - written, at)).bytesWritten;
      }
    } catch (error) {
      throw unwritable(this.#path, error);
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/**
 * The header of a .npy file, version 1.0: padded so that the values begin at a multiple of 64 bytes.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function npyHeader(shape: readonly number[]): Uint8Array {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.map((n) => `${n},`).join(' ')}), }`;
  const fixed = 10; // magic, version, length
  const size = Math.ceil((fixed + text.length + 1) / 64) * 64;
  const header = Buffer.alloc(size, ' ');
  header.write('\x93NUMPY\x01\x00', 'latin1');
  header.writeUInt16LE(size - fixed, 8);
  header.write(text, fixed, 'latin1');
  header.write('\n', size - 1);
  return header;
}

function unwritable(file: string, error: unknown): TailscopeError {
  const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return TailscopeError.of('no-write', { file, why }, error);
}
