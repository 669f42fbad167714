import type { PartStore, Stores } from './part-store.ts';

/** Stores in memory that behave as a browser's: what is put is copied, and there may be no room. */
export class MapStores implements Stores {
  readonly entries = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Bytes that there is room for. */
  room = Infinity;
  /** none: there is no storage; refused: the browser's settings forbid its use. */
  storage: 'there' | 'none' | 'refused' = 'there';

  open(key: string): PartStore | undefined {
    if (this.storage === 'none') return undefined;
    return {
      read: (file, part) => Promise.resolve(this.entries.get(`${key}/${file}/${part}`)?.slice()),
      write: (file, part, bytes) => this.#put(`${key}/${file}/${part}`, bytes),
      writeManifest: (json) => this.#put(`${key}/manifest`, new TextEncoder().encode(json)),
    };
  }

  readManifest(key: string): Promise<string | undefined> {
    const bytes = this.entries.get(`${key}/manifest`);
    return Promise.resolve(bytes && new TextDecoder().decode(bytes));
  }

  keys(): Promise<readonly string[]> {
    return Promise.resolve([
      ...new Set([...this.entries.keys()].map((name) => name.replace(/\/(\d+\/\d+|manifest)$/, ''))),
    ]);
  }

  delete(key: string): Promise<void> {
    for (const name of [...this.entries.keys()]) if (name.startsWith(`${key}/`)) this.entries.delete(name);
    return Promise.resolve();
  }

  #put(name: string, bytes: Uint8Array): Promise<void> {
    if (this.storage === 'refused') return Promise.reject(new DOMException('no', 'SecurityError'));
    const used = [...this.entries].reduce(
      (sum, [other, kept]) => sum + (other === name ? 0 : kept.length),
      0,
    );
    if (used + bytes.length > this.room)
      return Promise.reject(new DOMException('no more', 'QuotaExceededError'));
    this.entries.set(name, Uint8Array.from(bytes));
    return Promise.resolve();
  }
}
