import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 of a part by the browser itself, many times as fast as any script; empty where it has none, as
 * on pages served over plain http, which have no storage to be damaged either.
 */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  return subtle ? bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes))) : '';
}
