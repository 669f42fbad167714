import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { TailscopeError } from '../core/error.ts';
import type { NamedText } from '../datasets/index.ts';
import { decodeText } from '../text/decode-text.ts';
import type { DataSource } from './arguments.ts';

/** A file's text and the hash of its bytes, in hexadecimal. */
export interface DataFile extends NamedText {
  readonly sha256: string;
}

/** @throws TailscopeError("no-file" | "not-text" | "not-utf8") */
export async function readText(path: string): Promise<DataFile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw TailscopeError.of('no-file', { file: path }, cause);
  });
  return fileOf(basename(path), bytes);
}

/** A text that was typed on the command line. */
export function typedText(text: string): DataFile {
  return fileOf('text', Buffer.from(text));
}

function fileOf(name: string, bytes: Buffer): DataFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, text: decodeText(name, bytes) };
}

/**
 * Where the data lie, for an experiment that needs more than sentences.
 * @throws TailscopeError("usage-missing") where they were typed
 */
export function pathOf(data: DataSource): string {
  if (data.kind === 'file') return data.path;
  throw TailscopeError.of('usage-missing', { flag: '--data' });
}

/**
 * The file that belongs to another and lies beside it, its name made by exchanging one ending for another.
 * @throws TailscopeError("no-gold" | "no-file")
 */
export async function readBeside(path: string, ending: string, other: string): Promise<DataFile> {
  const gold = path.endsWith(ending) ? path.slice(0, -ending.length) + other : undefined;
  if (gold === undefined || !(await exists(gold)))
    throw TailscopeError.of('no-gold', {
      data: basename(path),
      gold: gold === undefined ? other : basename(gold),
      ending: gold === undefined ? ending : undefined,
    });
  return readText(gold);
}

/** Names within a folder, in order; undefined where there is no such folder. */
export async function namesIn(folder: string): Promise<string[] | undefined> {
  const names = await readdir(folder).catch(() => undefined);
  return names?.sort();
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** The hash of one file, or of the hashes of several one after another. */
export function sha256Of(files: readonly DataFile[]): string {
  const [only, ...others] = files;
  if (only && others.length === 0) return only.sha256;
  return createHash('sha256')
    .update(files.map(({ sha256 }) => sha256).join(''))
    .digest('hex');
}
