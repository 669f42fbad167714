import { TailscopeError } from '../../core/error.ts';

export interface DownloadOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (loaded: number, total: number) => void;
}

/**
 * A file's bytes, in one array that was allocated at its full size where the server says it.
 * @throws TailscopeError("download"), or the signal's reason
 */
export async function download(
  url: URL,
  { signal, onProgress }: DownloadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = url.pathname.split('/').at(-1) ?? url.href;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw TailscopeError.of('download', { file, status: response.status });
    return await readBody(response, onProgress);
  } catch (error) {
    if (signal.aborted) throw TailscopeError.from(signal.reason);
    if (error instanceof TailscopeError) throw error;
    throw TailscopeError.of('download', { file, status: undefined }, error);
  }
}

async function readBody(
  response: Response,
  onProgress: DownloadOptions['onProgress'],
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
