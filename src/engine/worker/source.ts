import type { ByteFile } from '../../checkpoint/index.ts';
import { TailscopeError } from '../../core/error.ts';
import { nameOf } from '../../checkpoint/sources/index.ts';
import type { ModelSource, NamedBlob } from '../../protocol/model.ts';
import { download, type DownloadOptions } from './download.ts';
import type { RemoteModels } from './remote/remote-models.ts';

/** What every bundled model's folder holds. */
const BUNDLED_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'card.json'];
const WEIGHTS = 'model.safetensors';

/** A source's name among models. */
export function idOf(source: ModelSource): string {
  switch (source.kind) {
    case 'bundled':
      return source.id;
    case 'files':
      return source.name;
    case 'remote':
      return nameOf(source.model.place);
  }
}

/** Where sources are opened. */
export interface SourceHost {
  /** Address of the page's folder. */
  readonly base: string;
  readonly remote: RemoteModels;
}

/**
 * The files of a source, downloaded as far as they are not here. They may hold the weights in memory:
 * they are to be let go of once the session has them.
 * @throws TailscopeError("download"), as `fetchFile` has it of other hosts, or the signal's reason
 */
export async function openSource(
  source: ModelSource,
  { base, remote }: SourceHost,
  options: DownloadOptions,
): Promise<ByteFile[]> {
  const { signal, onProgress } = options;
  if (source.kind === 'files') return source.files.map(blobFile);
  if (source.kind === 'remote') {
    return remote.open(source.model, signal, ({ loaded, total, doing }) => {
      if (doing === 'fetching') onProgress?.(loaded, total ?? loaded);
    });
  }
  const folder = new URL(`models/${encodeURIComponent(source.id)}/`, base);
  const small = BUNDLED_FILES.map(async (name) =>
    memoryFile(name, await download(new URL(name, folder), { signal })),
  );
  const weights = download(new URL(WEIGHTS, folder), options);
  return Promise.all([...small, weights.then((bytes) => memoryFile(WEIGHTS, bytes))]);
}

/** Whether a source can be opened once more without asking another host for it. */
export async function isAtHand(
  source: ModelSource,
  remote: Pick<RemoteModels, 'isStored'>,
): Promise<boolean> {
  return source.kind !== 'remote' || (await remote.isStored(source.model));
}

/** @throws TailscopeError("weights-gone") where opening a source once more would download it again */
export async function requireAtHand(
  source: ModelSource,
  remote: Pick<RemoteModels, 'isStored'>,
): Promise<void> {
  if (!(await isAtHand(source, remote))) throw TailscopeError.of('weights-gone', { model: idOf(source) });
}

function memoryFile(name: string, bytes: Uint8Array<ArrayBuffer>): ByteFile {
  return { name, size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) };
}

function blobFile(blob: NamedBlob): ByteFile {
  return {
    name: blob.name,
    size: blob.size,
    givesCopies: true,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
