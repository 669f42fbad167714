import { TailscopeError } from '../core/error.ts';
import { isHtml } from './json-file.ts';

/** The opcode that a pickle begins with from protocol 2 on. */
const PICKLE_PROTOCOL = 0x80;

/**
 * What a file is that is not of the format it is named after, as far as its first bytes tell.
 * @throws TailscopeError("file-html")
 */
export function otherFormat(start: Uint8Array, name: string): 'zip' | 'pickle' | 'pointer' | 'other' {
  if (isHtml(start)) throw TailscopeError.of('file-html', { name });
  const text = new TextDecoder().decode(start);
  if (text.startsWith('PK\u0003\u0004')) return 'zip';
  if (start[0] === PICKLE_PROTOCOL) return 'pickle';
  return text.startsWith('version https://git-lfs') ? 'pointer' : 'other';
}
