import type { ByteFile } from '../../checkpoint/index.ts';
import type { ModelSource, NamedBlob } from '../../protocol/model.ts';
import { download, type DownloadOptions } from './download.ts';

/** What every bundled model's folder holds. */
const BUNDLED_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'card.json'];
const WEIGHTS = 'model.safetensors';

/** A source's name among models. */
export function idOf(source: ModelSource): string {
  return source.kind === 'bundled' ? source.id : source.name;
}

/**
 * The files of a source, downloaded where it is a bundled one. They may hold the weights in memory:
 * they are to be let go of once the session has them.
 * @param base address of the page's folder
 * @throws TailscopeError("download"), or the signal's reason
 */
export async function openSource(
  source: ModelSource,
  base: string,
  options: DownloadOptions,
): Promise<ByteFile[]> {
  if (source.kind === 'files') return source.files.map(blobFile);
  const folder = new URL(`models/${encodeURIComponent(source.id)}/`, base);
  const { signal } = options;
  const small = BUNDLED_FILES.map(async (name) =>
    memoryFile(name, await download(new URL(name, folder), { signal })),
  );
  const weights = download(new URL(WEIGHTS, folder), options);
  return Promise.all([...small, weights.then((bytes) => memoryFile(WEIGHTS, bytes))]);
}

function memoryFile(name: string, bytes: Uint8Array<ArrayBuffer>): ByteFile {
  return { name, size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) };
}

function blobFile(blob: NamedBlob): ByteFile {
  return {
    name: blob.name,
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
