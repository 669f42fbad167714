import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { NamedBlob } from '../../protocol/model.ts';

/** Bytes hashed at a stretch: some milliseconds, also while the browser has not compiled the hash, so that the page stays live. */
const STRETCH = 1 << 16;

/**
 * SHA-256 of a file, or of several one after another, in lower-case hexadecimal, never holding more than a stretch of it. The browser's
 * own digest wants all bytes at once, and is there on secure pages only.
 * @throws what the browser says of a file that it cannot read
 */
export async function sha256Of(...files: readonly Pick<NamedBlob, 'size' | 'slice'>[]): Promise<string> {
  const hash = sha256.create();
  for (const file of files) {
    for (let start = 0; start < file.size; start += STRETCH) {
      hash.update(new Uint8Array(await file.slice(start, start + STRETCH).arrayBuffer()));
    }
  }
  return bytesToHex(hash.digest());
}
