import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file as a server gives it out; large ones are made up as they are read. */
export interface ServedFile {
  readonly size: number;
  /** Kept by git-lfs: redirected to another host, and listed with its hash. */
  readonly lfs: boolean;
  /** What its hash is given out as, where taking it would be long and nobody checks it. */
  readonly sha256?: string;
  read(start: number, end: number): Uint8Array;
}

export type ServedFiles = ReadonlyMap<string, ServedFile>;

const LFS = /\.(safetensors|onnx|onnx_data|bin)$/;

export function bytesFile(bytes: Uint8Array, lfs = false): ServedFile {
  return { size: bytes.length, lfs, read: (start, end) => bytes.subarray(start, end) };
}

export const jsonFile = (value: unknown): ServedFile => bytesFile(Buffer.from(JSON.stringify(value)));

/** Every file of a folder, as the hub would keep it. */
export function folderFiles(folder: string): ServedFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(
    paths.map((path) => {
      const file = bytesFile(readFileSync(join(folder, path)), LFS.test(path));
      return [relative(folder, join(folder, path)).split(sep).join('/'), file];
    }),
  );
}

/** SHA-256 of a served file, in hexadecimal. */
export function sha256Of(file: ServedFile): string {
  if (file.sha256 !== undefined) return file.sha256;
  const hash = createHash('sha256');
  for (let start = 0; start < file.size; start += 2 ** 22)
    hash.update(file.read(start, Math.min(file.size, start + 2 ** 22)));
  return hash.digest('hex');
}

/** What git calls a served file: of a large one it holds a note in its place, and calls that something else. */
export function gitHashOf(file: ServedFile): string {
  if (file.lfs) return 'f'.repeat(40);
  return createHash('sha1').update(`blob ${file.size}\0`).update(file.read(0, file.size)).digest('hex');
}

/** A tensor to be served: its shape, and its float32 values where they are not zero. */
export interface SparseTensor {
  readonly shape: readonly number[];
  readonly values?: Float32Array;
}

/** A safetensors file of any size in float32, of which only the given values are ever in memory. */
export function sparseSafetensors(tensors: Readonly<Record<string, SparseTensor>>): ServedFile {
  let end = 0;
  const filled: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  const entries = Object.entries(tensors).map(([name, { shape, values }]) => {
    const start = end;
    end += 4 * shape.reduce((product, size) => product * size, 1);
    if (values)
      filled.push({ at: start, bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) });
    return [name, { dtype: 'F32', shape, data_offsets: [start, end] }];
  });
  const json = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const head = Buffer.alloc(8 + json.length);
  head.writeBigUInt64LE(BigInt(json.length));
  json.copy(head, 8);
  const pieces = [
    { at: 0, bytes: head as Uint8Array },
    ...filled.map(({ at, bytes }) => ({ at: at + head.length, bytes })),
  ];
  return {
    size: head.length + end,
    lfs: true,
    read: (from, to) => {
      const bytes = new Uint8Array(to - from);
      for (const piece of pieces) {
        const start = Math.max(from, piece.at);
        const stop = Math.min(to, piece.at + piece.bytes.length);
        if (start < stop) bytes.set(piece.bytes.subarray(start - piece.at, stop - piece.at), start - from);
      }
      return bytes;
    },
  };
}
