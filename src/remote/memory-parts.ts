import { TailscopeError } from '../core/error.ts';
import type { PartStore } from './part-store.ts';

/**
 * Keeps a model's files in memory, each in one array of its full size: the runtime is handed that very
 * array, so that there is never a second copy.
 */
export class MemoryParts implements PartStore {
  readonly #partBytes: number;
  readonly #sizeOf: (file: number) => number | undefined;
  readonly #files = new Map<number, Uint8Array<ArrayBuffer>>();

  constructor(partBytes: number, sizeOf: (file: number) => number | undefined) {
    this.#partBytes = partBytes;
    this.#sizeOf = sizeOf;
  }

  read(file: number, part: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const start = part * this.#partBytes;
    return Promise.resolve(this.#files.get(file)?.subarray(start, start + this.#partBytes));
  }

  /** @throws (rejects with) TailscopeError("no-room") */
  write(file: number, part: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const start = part * this.#partBytes;
    return new Promise((resolve) => {
      this.#atLeast(file, start + bytes.length).set(bytes, start);
      resolve();
    });
  }

  writeManifest(): Promise<void> {
    return Promise.resolve();
  }

  /** A file's bytes, to its end. */
  whole(file: number, size: number): Uint8Array<ArrayBuffer> {
    return (this.#files.get(file) ?? new Uint8Array()).subarray(0, size);
  }

  #atLeast(file: number, length: number): Uint8Array<ArrayBuffer> {
    const before = this.#files.get(file);
    if (before && before.length >= length) return before;
    const size = Math.max(length, this.#sizeOf(file) ?? 2 * (before?.length ?? 0));
    try {
      const bytes = new Uint8Array(size);
      if (before) bytes.set(before);
      this.#files.set(file, bytes);
      return bytes;
    } catch (cause) {
      throw TailscopeError.of('no-room', { bytes: size }, cause);
    }
  }
}
