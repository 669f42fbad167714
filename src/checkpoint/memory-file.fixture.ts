import type { ByteFile } from './byte-file.ts';

/** A file of given bytes or text, which counts the bytes that were asked for. */
export function memoryFile(name: string, content: string | Uint8Array): ByteFile & { asked(): number } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let asked = 0;
  return {
    name,
    size: bytes.length,
    asked: () => asked,
    read: (start, end) => {
      asked += end - start;
      return Promise.resolve(bytes.slice(start, end));
    },
  };
}

/** The bytes of a safetensors file with that header and that many bytes of data. */
export function safetensors(header: unknown, dataBytes: number): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}
