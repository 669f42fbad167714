import type { PartStore, Stores } from '../../../remote/index.ts';
import { readBody } from '../read-body.ts';

const CACHE = 'tailscope-models';
const MANIFEST = 'manifest';

/**
 * Keeps models in the browser's Cache API, one entry a part. The entries' addresses lie under the page's
 * own folder and are only names: nothing is ever asked of them.
 */
export class CacheStores implements Stores {
  readonly #folder: string;
  readonly #cache: Promise<Cache> | undefined;
  /** The browser holds on to every array it was shown until garbage is collected, so it is shown this one alone. */
  #shown = new Uint8Array();

  /** @param base address of the page's folder, ending in a slash */
  constructor(base: string) {
    this.#folder = new URL('stored-models/', base).href;
    // absent on pages served over plain http, whatever its type says
    const { caches } = globalThis as { readonly caches?: CacheStorage };
    this.#cache = caches?.open(CACHE);
    // refused by the browser's settings: said when it is used
    this.#cache?.catch(() => undefined);
  }

  open(key: string): PartStore | undefined {
    const cache = this.#cache;
    if (!cache) return undefined;
    const put = async (name: string, body: () => BodyInit, headers: HeadersInit = {}): Promise<void> => {
      const store = await cache;
      await store.put(this.#address(key, name), new Response(body(), { headers }));
    };
    return {
      read: async (file, part) => {
        const kept = await (await cache).match(this.#address(key, `${file}/${part}`));
        return kept && readBody(kept);
      },
      write: (file, part, bytes) =>
        put(`${file}/${part}`, () => this.#copyOf(bytes), { 'Content-Length': String(bytes.length) }),
      writeManifest: (json) => put(MANIFEST, () => json),
    };
  }

  async readManifest(key: string): Promise<string | undefined> {
    const kept = await (await this.#cache)?.match(this.#address(key, MANIFEST));
    return kept?.text();
  }

  async keys(): Promise<readonly string[]> {
    const names = (await this.#names()).map((name) => name.split('/')[0] ?? '');
    return [...new Set(names)].map(decodeURIComponent);
  }

  async delete(key: string): Promise<void> {
    const cache = await this.#cache;
    const prefix = `${encodeURIComponent(key)}/`;
    const names = (await this.#names()).filter((name) => name.startsWith(prefix));
    // the manifest first: parts that nothing names are nothing
    await cache?.delete(this.#address(key, MANIFEST));
    for (const name of names) await cache?.delete(this.#folder + name);
  }

  /** For a Response, which copies it once more as it is made. */
  #copyOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (this.#shown.length < bytes.length) this.#shown = new Uint8Array(bytes.length);
    const shown = this.#shown.subarray(0, bytes.length);
    shown.set(bytes);
    // the last part of a file is shorter, and after it none may come
    if (shown.length < this.#shown.length) this.#shown = new Uint8Array();
    return shown;
  }

  async #names(): Promise<readonly string[]> {
    const requests = (await (await this.#cache)?.keys()) ?? [];
    return requests
      .map(({ url }) => url)
      .flatMap((url) => (url.startsWith(this.#folder) ? [url.slice(this.#folder.length)] : []));
  }

  #address(key: string, name: string): string {
    return `${this.#folder}${encodeURIComponent(key)}/${name}`;
  }
}
