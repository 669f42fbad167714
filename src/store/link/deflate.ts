/**
 * Text as a link carries it: JSON (which, unlike UTF-8, keeps a lone surrogate), deflated, in the
 * base64 alphabet that needs no escaping in an address.
 */
export async function deflateText(text: string): Promise<string> {
  const bytes = new Blob([JSON.stringify(text)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return toBase64Url(new Uint8Array(await new Response(bytes).arrayBuffer()));
}

/**
 * The text of `deflateText`, or undefined where it is no such text or longer than `limit` characters.
 * A few bytes can inflate to gigabytes, so reading stops at the limit.
 */
export async function inflateText(packed: string, limit: number): Promise<string | undefined> {
  try {
    const bytes = fromBase64Url(packed);
    if (bytes === undefined) return undefined;
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const reader = stream.getReader();
    let json = '';
    for (;;) {
      const chunk = await reader.read();
      if (chunk.done) break;
      json += decoder.decode(chunk.value, { stream: true });
      // an escaped character takes at most six
      if (json.length > 6 * limit + 2) {
        await reader.cancel();
        return undefined;
      }
    }
    const text: unknown = JSON.parse(json + decoder.decode());
    return typeof text === 'string' && text.length <= limit ? text : undefined;
  } catch {
    // A link is anyone's to write: what does not inflate is reported by the caller as unreadable.
    return undefined;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
