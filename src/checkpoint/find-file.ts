import { TailscopeError } from '../core/error.ts';
import { baseName, type ByteFile } from './byte-file.ts';
import { clip } from './clip.ts';

/**
 * The file of that name, the least deep one when a folder holds several: sentence-transformers
 * keeps more of a config.json in its subfolders.
 */
export function findFile<F extends Pick<ByteFile, 'name'>>(files: readonly F[], name: string): F | undefined {
  const depth = (file: F) => file.name.split('/').length;
  return files
    .filter((file) => baseName(file.name) === name)
    .reduce<F | undefined>((best, file) => (best && depth(best) <= depth(file) ? best : file), undefined);
}

/** @throws TailscopeError("file-missing") */
export function requireFile(files: readonly ByteFile[], name: string): ByteFile {
  const file = findFile(files, name);
  if (file) return file;
  throw TailscopeError.of('file-missing', {
    name: clip(name),
    found: files.map((other) => baseName(other.name)),
  });
}
