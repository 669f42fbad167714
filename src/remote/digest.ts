import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * Takes SHA-256 of parts by the browser itself, many times as fast as any script. The browser holds on to every
 * array it was ever shown until garbage is collected, so it is shown copies, and the same memory again and again:
 * the part itself can be let go of whenever its reader likes.
 */
export class Digester {
  readonly #spare: Uint8Array<ArrayBuffer>[] = [];

  /** In hexadecimal; empty where the browser has none, as on pages served over plain http. */
  async digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
    // pages without it have no storage to be damaged either
    if (!subtle) return '';
    const found = this.#spare.pop();
    const room = found && found.length >= bytes.length ? found : new Uint8Array(bytes.length);
    room.set(bytes);
    const digest = await subtle.digest('SHA-256', room.subarray(0, bytes.length));
    // the last part of a file is shorter, and after it none may come
    if (room.length === bytes.length) this.#spare.push(room);
    else this.#spare.length = 0;
    return bytesToHex(new Uint8Array(digest));
  }
}
