/** The hub that ids are looked up at unless a person names a mirror. */
export const DEFAULT_HUB = 'https://huggingface.co';

/** What a revision is when none is named. */
export const DEFAULT_REVISION = 'main';

/** Hosts that serve the default hub's pages under another name. */
const SHORT_HOSTS = new Set(['hf.co', 'www.huggingface.co']);

/** An address's own origin and path, without what follows a question mark or a hash, and without a slash at the end. */
export function baseOf(address: URL): string {
  return (address.origin + address.pathname).replace(/\/+$/, '');
}

/**
 * The hub of an address and what the address says below it, if it is one of the hub's pages.
 * @param hub the hub in use, beside the default one
 */
export function withinHub(
  address: URL,
  hub: string,
): { readonly hub: string; readonly path: string } | undefined {
  const known = SHORT_HOSTS.has(address.hostname) ? DEFAULT_HUB + address.pathname : baseOf(address);
  for (const base of [hub, DEFAULT_HUB])
    if (known === base || known.startsWith(`${base}/`))
      return { hub: base, path: known.slice(base.length + 1) };
  return undefined;
}

/** Where the hub answers what a model's files are, with their sizes and hashes. */
export function listingUrl(hub: string, id: string, revision: string): string {
  return `${hub}/api/models/${id}/revision/${encodeURIComponent(revision)}?blobs=true`;
}

/** The same of hubs whose first answer gives no sizes: their first thousand files. */
export function treeUrl(hub: string, id: string, revision: string): string {
  return `${hub}/api/models/${id}/tree/${encodeURIComponent(revision)}?recursive=true`;
}

/** Where a file of a model is given out; large ones are redirected from there. */
export function fileUrl(hub: string, id: string, revision: string, path: string): string {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  return `${hub}/${id}/resolve/${encodeURIComponent(revision)}/${escaped}`;
}
