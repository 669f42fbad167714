import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { baseName } from '../../checkpoint/index.ts';
import type { Reference, RemoteModel } from '../../checkpoint/sources/index.ts';
import { isWhole, readManifest } from '../../remote/index.ts';
import { MANIFEST } from './folder-store.ts';

/**
 * The model that was fetched last of those in the cache that are whole and may be what is meant: of that hub and id,
 * or that address, and with those weights where some are named.
 * @param revision of a hub's model, the commit that it must be; any when undefined
 */
export async function keptModel(
  cache: string,
  reference: Reference,
  revision: string | undefined,
  weights: string | undefined,
): Promise<RemoteModel | undefined> {
  const folders = await readdir(cache).catch(() => []);
  const manifests = await Promise.all(
    folders.map((folder) => readFile(join(cache, folder, MANIFEST), 'utf8').catch(() => '')),
  );
  const [newest] = manifests
    .flatMap((json) => readManifest(json) ?? [])
    .filter(({ model, records }) => records.every(isWhole) && isMeant(model, reference, revision))
    .filter(
      ({ model }) =>
        weights === undefined || model.weights === weights || baseName(model.weights) === weights,
    )
    .sort((a, b) => b.at - a.at);
  return newest?.model;
}

function isMeant({ place }: RemoteModel, reference: Reference, revision: string | undefined): boolean {
  if (place.kind === 'folder') return reference.kind === 'folder' && reference.folder === place.folder;
  return (
    reference.kind === 'hub' &&
    reference.hub === place.hub &&
    reference.id === place.id &&
    (revision === undefined || revision === place.revision)
  );
}
