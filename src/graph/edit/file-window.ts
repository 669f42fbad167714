import { TailscopeError } from '../../core/error.ts';
import { LONGEST_HEADER, readField, type Field } from '../protobuf-reader.ts';

/** A file that is read in parts; what the checkpoint room calls a ByteFile. */
export interface RangedFile {
  readonly name: string;
  readonly size: number;
  /** Bytes start..end, end exclusive. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** Fields of a message follow one another, so a read is likely to serve the next ones too. */
const WINDOW = 2 ** 16;

/** Reads fields of a file without holding more of it than a window. Fields are in offsets of the file. */
export class FileWindow {
  readonly #file: RangedFile;
  #bytes: Uint8Array = new Uint8Array();
  #start = 0;

  constructor(file: RangedFile) {
    this.#file = file;
  }

  /**
   * The header of the field at `start` in a message that ends at `end`.
   * @throws TailscopeError("onnx-invalid" | "file-short")
   */
  async field(start: number, end: number): Promise<Field> {
    await this.#hold(start, Math.min(start + LONGEST_HEADER, this.#file.size));
    const origin = this.#start;
    const field = readField(this.#bytes, start - origin, end - origin);
    return { ...field, start, from: field.from + origin, to: field.to + origin };
  }

  /** A copy of bytes start..end. @throws TailscopeError("file-short") */
  async copy(start: number, end: number): Promise<Uint8Array> {
    if (end - start > WINDOW) return this.#read(start, end);
    await this.#hold(start, end);
    return this.#bytes.slice(start - this.#start, end - this.#start);
  }

  async #hold(start: number, end: number): Promise<void> {
    if (start >= this.#start && end <= this.#start + this.#bytes.length) return;
    this.#bytes = await this.#read(start, Math.min(start + WINDOW, this.#file.size));
    this.#start = start;
  }

  async #read(start: number, end: number): Promise<Uint8Array> {
    const bytes = await this.#file.read(start, end);
    if (bytes.length === end - start) return bytes;
    const { name } = this.#file;
    throw TailscopeError.of('file-short', { name, expected: end, found: start + bytes.length });
  }
}
