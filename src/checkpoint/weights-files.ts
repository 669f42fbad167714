import { baseName, readRange, type ByteFile } from './byte-file.ts';

/** A weights file as the runtime is handed it: under the name that the graph calls it by. */
export interface ExternalData {
  readonly path: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/**
 * All bytes of a checkpoint's weights files.
 * @throws TailscopeError("file-short")
 */
export function readWeights(files: readonly ByteFile[]): Promise<ExternalData[]> {
  return Promise.all(
    files.map(async (file) => ({ path: baseName(file.name), data: await readRange(file, 0, file.size) })),
  );
}

/** Bytes of all of them together. */
export function weightsSize(files: readonly ByteFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
