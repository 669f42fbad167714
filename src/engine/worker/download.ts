import { TailscopeError } from '../../core/error.ts';
import { readBody } from './read-body.ts';

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
