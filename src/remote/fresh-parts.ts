interface Fresh {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As the manifest has it, so that a part is never taken for another that was written since. */
  readonly digest: string;
}

/**
 * Parts of a model that are stored already, and still in memory as they came: who loads the model right after
 * its download need not read and check them once more, which for 438 MB takes seconds.
 */
export class FreshParts {
  readonly #most: number;
  readonly #parts = new Map<string, Fresh>();
  #bytes = 0;

  /** @param most bytes; what comes when these are full is read from its storage */
  constructor(most: number) {
    this.#most = most;
  }

  /** The array must be nobody else's from now on. */
  put(file: number, part: number, bytes: Uint8Array<ArrayBuffer>, digest: string): void {
    this.#forget(nameOf(file, part));
    // what has no digest cannot be told from another
    if (digest === '' || this.#bytes + bytes.length > this.#most) return;
    this.#parts.set(nameOf(file, part), { bytes, digest });
    this.#bytes += bytes.length;
  }

  /** For a reader who leaves it as it is. */
  see(file: number, part: number, digest: string): Uint8Array<ArrayBuffer> | undefined {
    const fresh = this.#parts.get(nameOf(file, part));
    return fresh?.digest === digest ? fresh.bytes : undefined;
  }

  /** For a reader whose it is from now on. */
  take(file: number, part: number, digest: string): Uint8Array<ArrayBuffer> | undefined {
    const bytes = this.see(file, part, digest);
    this.#forget(nameOf(file, part));
    return bytes;
  }

  clear(): void {
    this.#parts.clear();
    this.#bytes = 0;
  }

  #forget(name: string): void {
    this.#bytes -= this.#parts.get(name)?.bytes.length ?? 0;
    this.#parts.delete(name);
  }
}

const nameOf = (file: number, part: number): string => `${file}/${part}`;
