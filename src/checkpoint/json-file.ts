import { at } from '../core/at.ts';
import { TailscopeError } from '../core/error.ts';
import { baseName, readRange, type ByteFile } from './byte-file.ts';

/**
 * Reads a JSON file of at most `most` bytes.
 * @throws TailscopeError("file-too-large" | "file-short" | "file-html" | "not-json" | "json-nested" | "cancelled")
 */
export async function readJson(file: ByteFile, most: number, signal?: AbortSignal): Promise<unknown> {
  const name = baseName(file.name);
  if (file.size > most) throw TailscopeError.of('file-too-large', { name, bytes: file.size, most });
  return parseJson(await readRange(file, 0, file.size, signal), name);
}

/** Deeper than any config or tokenizer; a file of brackets alone takes forty times its size in memory. */
const MOST_NESTED = 64;

/** @throws TailscopeError("file-html" | "not-json" | "json-nested") */
export function parseJson(bytes: Uint8Array, name: string): unknown {
  if (isHtml(bytes)) throw TailscopeError.of('file-html', { name });
  if (isNestedBeyond(MOST_NESTED, bytes)) throw TailscopeError.of('json-nested', { name, most: MOST_NESTED });
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return parsed;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw TailscopeError.of('not-json', { name, reason: reason.slice(0, 200) }, error);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
// square and curly brackets differ in this bit alone
const CURLY = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/** Whether there are brackets within brackets, strings left out, more than so many deep. */
function isNestedBeyond(most: number, bytes: Uint8Array): boolean {
  let depth = 0;
  let isString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = at(bytes, i);
    if (isString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) isString = false;
    } else if (byte === QUOTE) isString = true;
    else if ((byte | CURLY) === OPENING) depth++;
    else if ((byte | CURLY) === CLOSING) depth--;
    if (depth > most) return true;
  }
  return false;
}

/** Whether bytes begin like a page, which servers send in place of a file they do not have. */
export function isHtml(start: Uint8Array): boolean {
  return /^\s*<[!?a-z]/i.test(new TextDecoder().decode(start.subarray(0, 64)));
}
