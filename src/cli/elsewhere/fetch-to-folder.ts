import type { RemoteModel } from '../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../core/error.ts';
import type { DownloadProgress } from '../../protocol/sources.ts';
import {
  type FetchHost,
  fetchModel,
  fetchPart,
  isWhole,
  Keeper,
  PART_BYTES,
  ProgressReport,
} from '../../remote/index.ts';
import { FolderStore } from './folder-store.ts';

export interface FolderFetch {
  readonly model: RemoteModel;
  readonly folder: string;
  readonly host: FetchHost;
  /** Told before anything is fetched, if something is to be. */
  readonly onMissing: () => void;
  readonly onProgress: (progress: DownloadProgress) => void;
  readonly partBytes?: number;
}

/**
 * Fetches a model's files into a folder, as far as they are not there, or not as they were when they came: a damaged
 * part is fetched again, and that part alone.
 * @throws TailscopeError as `fetchFile` has it, "stored-damaged", "no-write"; what has come is kept
 */
export async function fetchToFolder(fetch: FolderFetch): Promise<void> {
  const { model, folder, host, onMissing, onProgress, partBytes = PART_BYTES } = fetch;
  // the command is stopped by ending it
  const { signal } = new AbortController();
  const store = new FolderStore(folder, model, partBytes);
  const options = { partBytes, memory: false };
  let keeper = await Keeper.open(store, model, options);
  if (isOther(keeper, model)) {
    await store.delete();
    keeper = await Keeper.open(store, model, options);
  }
  const before = keeper.manifest.records.map(isWhole);
  if (before.includes(false)) onMissing();
  const report = new ProgressReport(
    onProgress,
    () => keeper.kept,
    () => performance.now() / 1000,
  );
  await fetchModel(keeper, host, report, signal);
  for (const [index, { size }] of keeper.manifest.records.entries()) {
    // what has just come was written a moment ago
    if (before[index] === true) await mend(keeper, index, host, signal);
    if (size !== undefined) await store.end(index, size);
  }
}

/** Whether a folder on the web has other files by now than were fetched from it; a hub's commit stays as it is. */
function isOther({ manifest }: Keeper, { place, files }: RemoteModel): boolean {
  return (
    place.kind === 'folder' &&
    manifest.records.some((record, index) => {
      const known = record.size ?? manifest.model.files[index]?.size;
      const now = files[index]?.size;
      return known !== undefined && now !== undefined && known !== now;
    })
  );
}

async function mend(keeper: Keeper, index: number, host: FetchHost, signal: AbortSignal): Promise<void> {
  const kept = keeper.file(index);
  const file = keeper.manifest.model.files[index];
  for (let part = 0; file && part < kept.record.parts.length; part++) {
    if (await kept.read(part)) continue;
    await kept.replace(part, await fetchPart({ file, kept, host, signal }, part));
    if (!(await kept.read(part))) throw TailscopeError.of('stored-damaged', { file: file.path });
  }
}
