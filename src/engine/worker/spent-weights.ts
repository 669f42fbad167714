import {
  baseName,
  readRange,
  readWeights,
  type ByteFile,
  type ExternalData,
} from '../../checkpoint/index.ts';
import { TailscopeError } from '../../core/error.ts';

/** As the browser's storage keeps files, so that a part of it is taken as it is. */
const PART_BYTES = 8 * 2 ** 20;
/** Parts of a file that are read at a time: their digests are taken on other threads. */
const AT_ONCE = 2;

/** Weights as the runtime is handed them, once. */
export interface SpentWeights {
  readonly externalData: readonly ExternalData[];
  /** Whether the runtime asked for bytes that it had been given already, and did not get them. */
  readonly wereAskedAgain: () => boolean;
}

/**
 * Reads weights files for a runtime that copies each tensor out of them one time: what it has copied is let go
 * of while it goes on. Else all of the weights would be in memory twice before it is done. Files that lie in
 * memory anyway are handed over as they are.
 * @throws TailscopeError("file-short"), or what a file's read rejects with
 */
export async function spendWeights(
  files: readonly ByteFile[],
  partBytes = PART_BYTES,
): Promise<SpentWeights> {
  const whole = files.filter(({ givesCopies }) => givesCopies !== true);
  const spent = await Promise.all(
    files
      .filter(({ givesCopies }) => givesCopies)
      .map(async (file) => new SpentFile(file, await readParts(file, partBytes), partBytes)),
  );
  return {
    externalData: [...(await readWeights(whole)), ...spent.map(({ path, data }) => ({ path, data }))],
    wereAskedAgain: () => spent.some(({ askedAgain }) => askedAgain),
  };
}

type Bytes = Uint8Array<ArrayBuffer>;

class SpentFile {
  readonly path: string;
  /**
   * To the runtime one array: of it onnxruntime-web asks for the length, and for the range of each tensor,
   * which it has copied when it asks for the next.
   */
  readonly data: Bytes;
  askedAgain = false;
  readonly #parts: (Bytes | undefined)[];
  readonly #partBytes: number;
  /** Bytes of each part that nobody asked for yet. */
  readonly #left: number[];
  /** What the runtime is copying. */
  #lent: Bytes[] = [];

  constructor({ name, size }: ByteFile, parts: readonly Bytes[], partBytes: number) {
    this.path = baseName(name);
    this.#parts = [...parts];
    this.#partBytes = partBytes;
    this.#left = parts.map(({ length }) => length);
    this.data = Object.defineProperties(new Uint8Array(), {
      byteLength: { value: size },
      subarray: { value: (start: number, end: number) => this.#take(start, end) },
    });
  }

  #take(start: number, end: number): Bytes {
    for (const bytes of this.#lent) free(bytes);
    this.#lent = [];
    if (start === end) return new Uint8Array();
    const first = Math.floor(start / this.#partBytes);
    const last = Math.ceil(end / this.#partBytes) - 1;
    if (first === last) return this.#within(first, start, end);
    const bytes = new Uint8Array(end - start);
    for (let part = first; part <= last; part++) {
      const from = Math.max(start, part * this.#partBytes);
      bytes.set(this.#within(part, from, Math.min(end, (part + 1) * this.#partBytes)), from - start);
      // copied already: no need to wait
      for (const done of this.#lent) free(done);
      this.#lent = [];
    }
    this.#lent = [bytes];
    return bytes;
  }

  /** A range inside a part, as a view of it. */
  #within(part: number, start: number, end: number): Bytes {
    const bytes = this.#parts[part];
    if (!bytes) {
      this.askedAgain = true;
      throw TailscopeError.of('internal', { message: 'weights were asked for again' });
    }
    const left = (this.#left[part] ?? 0) - (end - start);
    this.#left[part] = left;
    if (left <= 0) {
      this.#parts[part] = undefined;
      this.#lent.push(bytes);
    }
    const at = part * this.#partBytes;
    return bytes.subarray(start - at, end - at);
  }
}

/** Gives an array's memory back now, rather than when garbage is collected. */
function free({ buffer }: Bytes): void {
  // older browsers have no ArrayBuffer.transfer
  const transfer: unknown = Reflect.get(buffer, 'transfer');
  if (typeof transfer === 'function') Reflect.apply(transfer, buffer, [0]);
}

async function readParts(file: ByteFile, partBytes: number): Promise<Bytes[]> {
  const parts: Bytes[] = [];
  const count = Math.ceil(file.size / partBytes);
  let next = 0;
  const readOn = async (): Promise<void> => {
    while (next < count) {
      const part = next++;
      const start = part * partBytes;
      parts[part] = await readRange(file, start, Math.min(file.size, start + partBytes));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  return parts;
}
