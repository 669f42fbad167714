/**
 * An answer's bytes, in one array that was allocated at its full size where the answer says it. Unlike what
 * `arrayBuffer()` gives, nothing else holds on to that array: once it is detached, its memory is free.
 */
export async function readBody(
  response: Response,
  onProgress?: (loaded: number, total: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  // of a compressed answer the length says nothing of the file's
  const length = response.headers.has('Content-Encoding') ? null : response.headers.get('Content-Length');
  const total = Number(length ?? 0);
  let bytes = new Uint8Array(total);
  let loaded = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) break;
    if (loaded + value.length > bytes.length) bytes = grown(bytes, loaded + value.length);
    bytes.set(value, loaded);
    loaded += value.length;
    onProgress?.(loaded, Math.max(total, loaded));
  }
  return loaded === bytes.length ? bytes : bytes.slice(0, loaded);
}

function grown(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, 2 * bytes.length));
  larger.set(bytes);
  return larger;
}
