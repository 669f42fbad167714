const WIRE = { varint: 0, bytes: 2, fixed32: 5 } as const;
const utf8 = new TextEncoder();

/** Writes protocol buffer messages, as far as ONNX needs them. Every method appends one field and returns the writer. */
export class ProtoWriter {
  #bytes = new Uint8Array(128);
  #length = 0;

  /** int32, int64 or enum; a negative number takes ten bytes, as protobuf has it. */
  int(field: number, value: number | bigint): this {
    this.#tag(field, WIRE.varint);
    this.#varint(BigInt.asUintN(64, BigInt(value)));
    return this;
  }

  float(field: number, value: number): this {
    this.#tag(field, WIRE.fixed32);
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.#append(bytes);
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.#tag(field, WIRE.bytes);
    this.#varint(BigInt(value.length));
    this.#append(value);
    return this;
  }

  string(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value));
  }

  /** Fields that are written already, with their tags. */
  raw(fields: Uint8Array): this {
    this.#append(fields);
    return this;
  }

  /** A nested message. */
  message(field: number, value: ProtoWriter): this {
    return this.bytes(field, value.finish());
  }

  /** A copy of what was written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #tag(field: number, wire: number): void {
    this.#varint(BigInt(field * 8 + wire));
  }

  #varint(value: bigint): void {
    let rest = value;
    while (rest > 127n) {
      this.#append(Uint8Array.of(Number(rest & 127n) | 128));
      rest >>= 7n;
    }
    this.#append(Uint8Array.of(Number(rest)));
  }

  #append(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
  }
}
