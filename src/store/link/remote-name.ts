import {
  DEFAULT_HUB,
  isAllowedAddress,
  isId,
  isRevision,
  readHub,
  type RemotePlace,
} from '../../checkpoint/sources/index.ts';
import type { RemoteName } from '../state.ts';

const WEIGHTS = /^\w[\w./-]{0,199}$/;

/**
 * A model of another host as a link says it: "hub:owner/name@commit,file,bytes,sha256", with the hub before
 * the id where it is not the default one, or "url:https://folder/,file,bytes,sha256".
 */
export function writeRemoteName({ place, weights, bytes, sha256 }: RemoteName): string {
  return `${writePlace(place)},${weights},${bytes ?? ''},${sha256 ?? ''}`;
}

/** Undefined for anything else, and for a place that no model may come from. */
export function readRemoteName(text: string): RemoteName | undefined {
  const [, where = '', weights = '', bytes = '', sha256 = ''] =
    /^(.{1,2000}),([^,]+),(\d{0,15}),([0-9a-f]{64}|)$/.exec(text) ?? [];
  const place = readPlace(where);
  if (!place || !WEIGHTS.test(weights) || weights.includes('..')) return undefined;
  return {
    place,
    weights,
    bytes: bytes === '' ? undefined : Number(bytes),
    sha256: sha256 === '' ? undefined : sha256,
  };
}

function writePlace(place: RemotePlace): string {
  if (place.kind === 'folder') return `url:${place.folder}`;
  const { hub, id, revision } = place;
  return `hub:${hub === DEFAULT_HUB ? '' : `${hub},`}${id}@${revision}`;
}

function readPlace(text: string): RemotePlace | undefined {
  const folder = /^url:(.+\/)$/.exec(text)?.[1];
  if (folder !== undefined) return isPlain(folder) ? { kind: 'folder', folder } : undefined;
  const [, mirror, id = '', revision = ''] = /^hub:(?:(.+),)?([^,@]+)@([^,@]+)$/.exec(text) ?? [];
  if (!isId(id) || !isRevision(revision)) return undefined;
  const hub = mirror ?? DEFAULT_HUB;
  return isHub(hub) ? { kind: 'hub', hub, id, revision } : undefined;
}

/** Whether an address is allowed, and says all it says in the way we write it. */
function isPlain(folder: string): boolean {
  try {
    const address = new URL(folder);
    return (
      isAllowedAddress(address) && address.href === folder && address.username === '' && address.search === ''
    );
  } catch {
    return false;
  }
}

function isHub(text: string): boolean {
  try {
    return readHub(text) === text;
  } catch {
    return false; // what is no address is reported by the caller as unreadable
  }
}
