import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RemoteModel } from './remote-model.ts';

/**
 * A hash that stands for a model's weights: their file's SHA-256, or that of their files' hashes, one a
 * line, where they lie in several. Undefined while one of them is not known.
 */
export function fingerprintOf({ files }: Pick<RemoteModel, 'files'>): string | undefined {
  const hashes = files.filter(({ path }) => !path.endsWith('.json')).map((file) => file.sha256);
  const known = hashes.filter((hash) => hash !== undefined);
  if (known.length === 0 || known.length < hashes.length) return undefined;
  return known.length === 1 ? known[0] : bytesToHex(sha256(utf8ToBytes(known.join('\n'))));
}
