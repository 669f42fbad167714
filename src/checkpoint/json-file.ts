import { TailscopeError } from '../core/error.ts';
import { baseName, readRange, type ByteFile } from './byte-file.ts';

/**
 * Reads a JSON file of at most `most` bytes.
 * @throws TailscopeError("file-too-large" | "file-short" | "file-html" | "not-json" | "cancelled")
 */
export async function readJson(file: ByteFile, most: number, signal?: AbortSignal): Promise<unknown> {
  const name = baseName(file.name);
  if (file.size > most) throw TailscopeError.of('file-too-large', { name, bytes: file.size, most });
  return parseJson(await readRange(file, 0, file.size, signal), name);
}

/** @throws TailscopeError("file-html" | "not-json") */
export function parseJson(bytes: Uint8Array, name: string): unknown {
  if (isHtml(bytes)) throw TailscopeError.of('file-html', { name });
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return parsed;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw TailscopeError.of('not-json', { name, reason: reason.slice(0, 200) }, error);
  }
}

/** Whether bytes begin like a page, which servers send in place of a file they do not have. */
export function isHtml(start: Uint8Array): boolean {
  return /^\s*<[!?a-z]/i.test(new TextDecoder().decode(start.subarray(0, 64)));
}
