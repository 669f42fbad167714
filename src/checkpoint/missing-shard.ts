import { baseName, type ByteFile } from './byte-file.ts';
import { INDEX } from './weights-names.ts';

const SHARD = /^model-(\d+)-of-(\d+)\.safetensors$/;

/**
 * What is missing of weights in shards, as far as the shards' own names tell how many there are: the first
 * that is not there, or the index that says which tensor is in which.
 * @returns undefined where nothing is, or there are no such shards
 */
export function missingShard(files: readonly Pick<ByteFile, 'name'>[]): string | undefined {
  const names = new Set(files.map(({ name }) => baseName(name)));
  for (const name of [...names].sort()) {
    const [, number, count] = SHARD.exec(name) ?? [];
    if (number === undefined || count === undefined) continue;
    const nameOf = (i: number) => `model-${String(i).padStart(number.length, '0')}-of-${count}.safetensors`;
    // no further than the first that is missing, however many a name claims
    let i = 1;
    while (i <= Number(count) && names.has(nameOf(i))) i++;
    if (i <= Number(count)) return nameOf(i);
    return names.has(INDEX) ? undefined : INDEX;
  }
  return undefined;
}
