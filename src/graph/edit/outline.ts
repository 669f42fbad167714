import { TailscopeError } from '../../core/error.ts';
import { ProtoWriter } from '../protobuf.ts';
import { requireMessage, WIRE, type Field } from '../protobuf-reader.ts';
import { FileWindow, type RangedFile } from './file-window.ts';
import { ENTRY, EXTERNAL, FLOAT, GRAPH, MODEL, TENSOR } from './schema.ts';

/** Weights from so many bytes on are left where they are. */
export const LEAST_LEFT = 1024;
/** What remains of the largest encoders is 2 MB. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Reads an ONNX file without its weights: a ModelProto of the same content, in which every initializer
 * of at least 1 KB is external data, namely the very bytes of the file that hold it. All else is copied
 * byte by byte. However large the file or what its lengths claim, no more than 64 MiB are held.
 * @param location the name under which the runtime will be handed the file
 * @throws TailscopeError("onnx-invalid" | "onnx-unsupported" | "file-short"), or what reading the file throws
 */
export async function readOutline(file: RangedFile, location: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Outline(file, location).read();
}

class Outline {
  readonly #file: RangedFile;
  readonly #window: FileWindow;
  readonly #location: string;
  #left = MOST_BYTES;

  constructor(file: RangedFile, location: string) {
    this.#file = file;
    this.#window = new FileWindow(file);
    this.#location = location;
  }

  async read(): Promise<Uint8Array<ArrayBuffer>> {
    const { size, name } = this.#file;
    const model = new ProtoWriter();
    const graph = new ProtoWriter();
    for (let start = 0; start < size;) {
      // what the outermost message lacks, the file lacks
      const field = await this.#window.field(start, Infinity);
      if (field.to > size) throw TailscopeError.of('file-short', { name, expected: field.to, found: size });
      // a message that comes in parts is the parts one after another
      if (field.number === MODEL.graph) await this.#graph(requireMessage(field), graph);
      else model.raw(await this.#copy(field));
      start = field.to;
    }
    return model.message(MODEL.graph, graph).finish();
  }

  async #graph({ from, to }: Field, written: ProtoWriter): Promise<void> {
    for (let start = from; start < to;) {
      const field = await this.#window.field(start, to);
      if (field.number === GRAPH.initializer && field.to - field.from >= LEAST_LEFT)
        written.message(GRAPH.initializer, await this.#tensor(requireMessage(field)));
      else written.raw(await this.#copy(field));
      start = field.to;
    }
  }

  async #tensor({ from, to }: Field): Promise<ProtoWriter> {
    const tensor = new ProtoWriter();
    let type = 0;
    let weights: Field | undefined;
    for (let start = from; start < to;) {
      const field = await this.#window.field(start, to);
      if (mayBeLeft(field)) {
        if (weights) throw TailscopeError.of('onnx-invalid', { problem: { is: 'ambiguous-weights' } });
        weights = field;
      } else {
        if (field.number === TENSOR.type) type = field.value;
        tensor.raw(await this.#copy(field));
      }
      start = field.to;
    }
    if (!weights) return tensor;
    // packed little-endian float32 is what raw data of that type is; other types may share the field
    if (weights.number === TENSOR.floats && type !== FLOAT) return tensor.raw(await this.#copy(weights));
    return this.#pointAt(weights, tensor);
  }

  #pointAt({ from, to }: Field, tensor: ProtoWriter): ProtoWriter {
    const entries = { location: this.#location, offset: String(from), length: String(to - from) };
    for (const [key, value] of Object.entries(entries))
      tensor.message(TENSOR.external, new ProtoWriter().string(ENTRY.key, key).string(ENTRY.value, value));
    return tensor.int(TENSOR.location, EXTERNAL);
  }

  async #copy({ start, to }: Field): Promise<Uint8Array> {
    this.#left -= to - start;
    if (this.#left < 0)
      throw TailscopeError.of('onnx-unsupported', { problem: { is: 'large', most: MOST_BYTES } });
    return this.#window.copy(start, to);
  }
}

function mayBeLeft({ number, wire, from, to }: Field): boolean {
  const holdsWeights = number === TENSOR.raw || number === TENSOR.floats;
  return holdsWeights && wire === WIRE.bytes && to - from >= LEAST_LEFT;
}
