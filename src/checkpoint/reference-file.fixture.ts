import type { ByteFile } from './byte-file.ts';
import { readSafetensorsHeader } from './safetensors-header.ts';

/** The tensors of a reference file that models/fixtures wrote. */
export interface ReferenceFile {
  has(name: string): boolean;
  shape(name: string): readonly number[];
  floats(name: string): Float32Array<ArrayBuffer>;
  ints(name: string): BigInt64Array;
}

export async function readReferenceFile(file: ByteFile): Promise<ReferenceFile> {
  const tensors = await readSafetensorsHeader(file);
  const bytes = await file.read(0, file.size);
  const tensor = (name: string) => {
    const found = tensors.get(name);
    if (!found) throw new Error(`the reference has no ${name}`);
    // slice, not a view: the file aligns no tensor
    return { ...found, buffer: bytes.slice(found.start, found.end).buffer };
  };
  return {
    has: (name) => tensors.has(name),
    shape: (name) => tensor(name).shape,
    floats: (name) => new Float32Array(tensor(name).buffer),
    ints: (name) => new BigInt64Array(tensor(name).buffer),
  };
}
