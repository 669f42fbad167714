import {
  baseName,
  readRange,
  readWeights,
  type ByteFile,
  type ExternalData,
} from '../../checkpoint/index.ts';
import { TailscopeError } from '../../core/error.ts';
import type { TensorEntry } from '../../graph/index.ts';

/** As the browser's storage keeps files, so that a part of it is taken as it is. */
const PART_BYTES = 8 * 2 ** 20;
/** Parts of a file that are read at a time: their digests are taken on other threads. */
const AT_ONCE = 2;

/** Weights as the runtime is handed them. */
export interface Weights {
  readonly externalData: readonly ExternalData[];
  /**
   * To be awaited before the runtime is given a graph that reads these tensors; all when left out.
   * @throws TailscopeError("file-short"), or what a file's read rejects with
   */
  read(tensors?: readonly TensorEntry[]): Promise<void>;
}

/** Weights that stay in memory, all of them. */
export async function wholeWeights(files: readonly ByteFile[]): Promise<Weights> {
  return { externalData: await readWeights(files), read: () => Promise.resolve() };
}

/**
 * Weights for a runtime that copies each tensor out of their files one time: they are read for each graph when
 * that is made, and what was copied is let go of while it goes on. Else all of the weights would be in memory
 * twice before it is done. Files that lie in memory anyway are handed over as they are.
 */
export class SpentWeights implements Weights {
  readonly #whole: readonly ByteFile[];
  readonly #spent: readonly SpentFile[];
  #inMemory: readonly ExternalData[] | undefined;

  constructor(files: readonly ByteFile[], partBytes = PART_BYTES) {
    this.#whole = files.filter(({ givesCopies }) => givesCopies !== true);
    this.#spent = files
      .filter(({ givesCopies }) => givesCopies)
      .map((file) => new SpentFile(file, partBytes));
  }

  get externalData(): readonly ExternalData[] {
    return [...(this.#inMemory ?? []), ...this.#spent.map(({ path, data }) => ({ path, data }))];
  }

  /** Whether the runtime asked for bytes that it had been given already, and did not get them. */
  get wereAskedAgain(): boolean {
    return this.#spent.some(({ askedAgain }) => askedAgain);
  }

  async read(tensors?: readonly TensorEntry[]): Promise<void> {
    this.#inMemory ??= await readWeights(this.#whole);
    for (const file of this.#spent)
      await file.read(tensors?.filter(({ location }) => location === file.path));
  }
}

type Bytes = Uint8Array<ArrayBuffer>;
type Range = Pick<TensorEntry, 'start' | 'end'>;

class SpentFile {
  readonly path: string;
  /**
   * To the runtime one array: of it onnxruntime-web asks for the length, and for the range of each tensor,
   * which it has copied when it asks for the next.
   */
  readonly data: Bytes;
  askedAgain = false;
  readonly #file: ByteFile;
  /** What was read and not yet copied, by the part's number. */
  readonly #parts = new Map<number, Bytes>();
  readonly #partBytes: number;
  /** Bytes of each part that was read, of which nobody asked for yet. */
  readonly #left = new Map<number, number>();
  /** What the runtime is copying. */
  #lent: Bytes[] = [];

  constructor(file: ByteFile, partBytes: number) {
    this.path = baseName(file.name);
    this.#file = file;
    this.#partBytes = partBytes;
    this.data = Object.defineProperties(new Uint8Array(), {
      byteLength: { value: file.size },
      subarray: { value: (start: number, end: number) => this.#take(start, end) },
    });
  }

  /** Reads what these ranges lie in, unless it has been read before; the whole file when left out. */
  async read(ranges: readonly Range[] = [{ start: 0, end: this.#file.size }]): Promise<void> {
    const wanted = new Set<number>();
    for (const { start, end } of ranges)
      for (let part = Math.floor(start / this.#partBytes); part * this.#partBytes < end; part++)
        if (!this.#left.has(part)) wanted.add(part);
    const parts = [...wanted].sort((a, b) => a - b).values();
    const readOn = async (): Promise<void> => {
      for (const part of parts) {
        const start = part * this.#partBytes;
        const bytes = await readRange(this.#file, start, Math.min(this.#file.size, start + this.#partBytes));
        this.#parts.set(part, bytes);
        this.#left.set(part, bytes.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readOn));
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
    const bytes = this.#parts.get(part);
    if (!bytes) {
      this.askedAgain = true;
      throw TailscopeError.of('internal', { message: 'weights were asked for again' });
    }
    const left = (this.#left.get(part) ?? 0) - (end - start);
    this.#left.set(part, left);
    if (left <= 0) {
      this.#parts.delete(part);
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
