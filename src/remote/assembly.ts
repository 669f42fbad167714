import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FileKeeper } from './keeper.ts';

/** Smallest room made for a part whose file may be far shorter. */
const LEAST = 2 ** 16;

/** Puts a file together out of what the network brings: full parts go to their keeper, and every byte into the hash. */
export class Assembly {
  readonly #keeper: FileKeeper;
  readonly #gitSize: number | undefined;
  #hash = sha256.create();
  #gitHash: ReturnType<typeof gitHash>;
  #parts = 0;
  #buffer = new Uint8Array();
  #filled = 0;
  /** Bytes of the buffer that the keeper has already. */
  #flushed = 0;

  /** @param gitSize the file's length, where git's hash of it is wanted */
  constructor(keeper: FileKeeper, gitSize?: number) {
    this.#keeper = keeper;
    this.#gitSize = gitSize;
    this.#gitHash = gitHash(gitSize);
  }

  get loaded(): number {
    return this.#parts * this.#keeper.partBytes + this.#filled;
  }

  /**
   * Takes up what is kept, as far as it is undamaged.
   * @param onPart told after each part, since a great file takes seconds
   */
  async takeUp(onPart: () => void, signal: AbortSignal): Promise<void> {
    const { record, partBytes } = this.#keeper;
    const known = record.parts.length;
    for (let part = 0; part < known && !signal.aborted; part++) {
      const bytes = await this.#keeper.read(part);
      if (!bytes || (bytes.length < partBytes && part < known - 1)) {
        this.#keeper.truncate(part);
        return;
      }
      this.#update(bytes);
      if (bytes.length === partBytes) this.#parts += 1;
      else this.#fill(bytes);
      onPart();
    }
    this.#flushed = this.#filled;
  }

  async add(chunk: Uint8Array): Promise<void> {
    this.#update(chunk);
    let rest = chunk;
    while (rest.length > 0) {
      const fits = rest.subarray(0, this.#keeper.partBytes - this.#filled);
      this.#fill(fits);
      rest = rest.subarray(fits.length);
      if (this.#filled === this.#keeper.partBytes) await this.#next();
    }
  }

  /** Hands over what is there of the last part. */
  async flush(): Promise<void> {
    if (this.#filled === this.#flushed) return;
    await this.#keeper.write(this.#parts, this.#buffer.slice(0, this.#filled));
    this.#flushed = this.#filled;
  }

  /** Forgets everything: the file is another, or comes from its beginning. */
  reset(): void {
    this.#hash = sha256.create();
    this.#gitHash = gitHash(this.#gitSize);
    this.#parts = 0;
    this.#filled = 0;
    this.#flushed = 0;
    this.#keeper.truncate(0);
  }

  /** SHA-256 of all bytes so far, in hexadecimal. */
  digest(): string {
    return bytesToHex(this.#hash.clone().digest());
  }

  /** What git calls all bytes, in hexadecimal, once they are there; undefined where it was not asked for. */
  gitDigest(): string | undefined {
    return this.#gitHash && bytesToHex(this.#gitHash.digest());
  }

  #update(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#gitHash?.update(bytes);
  }

  async #next(): Promise<void> {
    await this.#keeper.write(this.#parts, this.#buffer);
    this.#parts += 1;
    // the keeper may hold on to the one it was given
    this.#buffer = new Uint8Array();
    this.#filled = 0;
    this.#flushed = 0;
  }

  #fill(bytes: Uint8Array): void {
    const length = this.#filled + bytes.length;
    if (length > this.#buffer.length) {
      const { partBytes } = this.#keeper;
      const grown = Math.max(LEAST, length, 2 * this.#buffer.length);
      // after a full part another is to be expected
      const larger = new Uint8Array(this.#parts > 0 ? partBytes : Math.min(partBytes, grown));
      larger.set(this.#buffer.subarray(0, this.#filled));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#filled);
    this.#filled = length;
  }
}

/** Git names a file by the SHA-1 of a line that tells its length, and of its bytes. */
function gitHash(size: number | undefined) {
  return size === undefined ? undefined : sha1.create().update(utf8ToBytes(`blob ${size}\0`));
}
