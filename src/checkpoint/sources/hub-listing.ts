import * as v from 'valibot';
import { TailscopeError } from '../../core/error.ts';
import { parseJson } from '../json-file.ts';
import { fileUrl, listingUrl, treeUrl } from './hub.ts';
import type { Http } from './http.ts';
import { refusal } from './refusal.ts';
import { isId } from './reference.ts';
import type { RemoteFile, RemotePlace } from './remote-model.ts';

type HubPlace = Extract<RemotePlace, { readonly kind: 'hub' }>;

/** What the hub says of a model: where it is for good, and its files. */
export interface HubModel {
  readonly place: HubPlace;
  readonly files: readonly RemoteFile[];
}

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const gitHash = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/))), undefined);

// what a mirror leaves out, or writes in another way, is left out here too
const Info = v.object({
  id: v.fallback(v.optional(v.string()), undefined),
  sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/)),
  gated: v.fallback(v.optional(v.union([v.boolean(), v.string()]), false), false),
  siblings: v.array(
    v.object({
      rfilename: v.string(),
      blobId: gitHash,
      size: v.fallback(v.optional(size), undefined),
      lfs: v.fallback(v.nullish(v.object({ sha256: v.optional(hash), oid: v.optional(hash) })), undefined),
    }),
  ),
});

const Tree = v.array(
  v.object({
    type: v.string(),
    path: v.string(),
    oid: gitHash,
    size: v.fallback(v.optional(size), undefined),
    lfs: v.fallback(v.nullish(v.object({ oid: v.optional(hash), size: v.optional(size) })), undefined),
  }),
);

/**
 * Asks a hub for a model's files at a revision, with their sizes and SHA-256 as far as it has them (of
 * large files). The answer's commit takes the revision's place, so that what is fetched later is the same.
 * @throws TailscopeError as `refusal` has it, "hub-gated", "hub-answer", "no-answer", "cancelled"
 */
export async function askHub(http: Http, asked: HubPlace, signal: AbortSignal): Promise<HubModel> {
  const { hub, id, revision } = asked;
  const info = v.safeParse(Info, await json(http, listingUrl(hub, id, revision), asked, signal));
  if (!info.success) throw TailscopeError.of('hub-answer', { host: new URL(hub).host });
  const { sha, gated, siblings, id: now } = info.output;
  // a model that was renamed is known by its new name, and found by both
  const place: HubPlace = { ...asked, id: now !== undefined && isId(now) ? now : id, revision: sha };
  if (gated !== false) throw TailscopeError.of('hub-gated', { model: place.id, page: `${hub}/${place.id}` });
  const known = siblings.map(({ rfilename: path, blobId: blob, size: bytes, lfs }) => ({
    path,
    size: bytes,
    sha256: lfs?.sha256 ?? lfs?.oid,
    ...(!lfs && blob !== undefined && { blob }),
  }));
  const files = known.some(({ size: bytes }) => bytes !== undefined)
    ? known
    : await askTree(http, place, signal);
  return {
    place,
    files: files.map((file) => ({ ...file, url: fileUrl(hub, place.id, sha, file.path) })),
  };
}

async function askTree(
  http: Http,
  place: HubPlace,
  signal: AbortSignal,
): Promise<readonly Omit<RemoteFile, 'url'>[]> {
  const { hub, id, revision } = place;
  const tree = v.safeParse(Tree, await json(http, treeUrl(hub, id, revision), place, signal));
  if (!tree.success) throw TailscopeError.of('hub-answer', { host: new URL(hub).host });
  return tree.output
    .filter(({ type }) => type === 'file')
    .map(({ path, oid: blob, size: bytes, lfs }) => ({
      path,
      size: lfs?.size ?? bytes,
      sha256: lfs?.oid,
      ...(!lfs && blob !== undefined && { blob }),
    }));
}

async function json(http: Http, url: string, place: HubPlace, signal: AbortSignal): Promise<unknown> {
  const answer = await http(url, { signal, name: place.id });
  if (!answer.ok) throw refusal(answer, place, undefined);
  return parseJson(answer.body, new URL(url).host);
}
