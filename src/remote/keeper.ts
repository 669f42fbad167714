import { keyOf, type RemoteModel } from '../checkpoint/sources/index.ts';
import { TailscopeError } from '../core/error.ts';
import type { Kept } from '../protocol/sources.ts';
import { Digester } from './digest.ts';
import {
  type FileRecord,
  type Manifest,
  newManifest,
  PART_BYTES,
  readManifest,
  writeManifest,
} from './manifest.ts';
import { FreshParts } from './fresh-parts.ts';
import { MemoryParts } from './memory-parts.ts';
import { isNoRoom, type PartStore, type Stores } from './part-store.ts';

/** What a download needs of the place that keeps one file. */
export interface FileKeeper {
  readonly record: FileRecord;
  readonly partBytes: number;
  /** A part whose bytes are those that were written; undefined where it is missing or damaged. */
  read(part: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The same for a reader whose the array is from now on: what is still in memory is not read again. */
  take(part: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** @param bytes nobody else's from now on */
  write(part: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Puts the same bytes back where they were damaged; a storage without room keeps the damage. */
  replace(part: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Forgets the parts from this one on. */
  truncate(parts: number): void;
  /** Writes down what the record says now. */
  save(): Promise<void>;
}

/** Whoever reads what is kept while more of it comes. */
export interface KeptWatcher {
  /** More is there. */
  look(): void;
  /** Of what was there some is not any more. */
  end(): void;
}

export interface KeeperOptions {
  readonly partBytes?: number;
  readonly now?: () => number;
  /** Where what is written is held in memory, too, until it is read; nowhere when left out. */
  readonly fresh?: FreshParts;
  /** Whether memory takes what the storage does not; else the storage's error ends the download. Default true. */
  readonly memory?: boolean;
}

/**
 * Keeps one model's files while they come and after: in a storage as long as that has room, else in memory
 * where that will do.
 */
export class Keeper {
  readonly key: string;
  readonly manifest: Manifest;
  readonly #stores: Stores;
  readonly #now: () => number;
  readonly #digester = new Digester();
  readonly #fresh: FreshParts;
  readonly #mayMove: boolean;
  #store: PartStore;
  #memory: MemoryParts | undefined;
  #why: Kept;
  #watcher: KeptWatcher | undefined;

  private constructor(
    stores: Stores,
    manifest: Manifest,
    { now, fresh, memory }: Required<Omit<KeeperOptions, 'partBytes'>>,
  ) {
    this.#stores = stores;
    this.#now = now;
    this.#fresh = fresh;
    this.#mayMove = memory;
    this.key = keyOf(manifest.model);
    this.manifest = manifest;
    const store = stores.open(this.key);
    this.#why = store ? 'stored' : 'no-storage';
    this.#store = store ?? this.#inMemory();
  }

  /** What is kept of a model, or a new keeper where nothing is. */
  static async open(
    stores: Stores,
    model: RemoteModel,
    { partBytes = PART_BYTES, now = Date.now, fresh = new FreshParts(0), memory = true }: KeeperOptions = {},
  ): Promise<Keeper> {
    const key = keyOf(model);
    const json = await stores.readManifest(key).catch(() => undefined); // a storage that fails is none
    const kept = json === undefined ? undefined : readManifest(json, key);
    return new Keeper(stores, kept ?? newManifest(model, partBytes, now()), { now, fresh, memory });
  }

  get kept(): Kept {
    return this.#why;
  }

  /** The model's files where they lie in memory; undefined where they are stored. */
  get memory(): MemoryParts | undefined {
    return this.#memory;
  }

  /** Writes down that something is on its way, before any of it has come. */
  begin(): Promise<void> {
    return this.#save();
  }

  watch(watcher: KeptWatcher): void {
    this.#watcher = watcher;
  }

  file(index: number): FileKeeper {
    const record = this.#record(index);
    const read = async (part: number) => {
      const wanted = record.parts[part];
      const fresh = wanted && this.#fresh.see(index, part, wanted.digest);
      if (fresh) return fresh;
      const bytes = wanted && (await this.#store.read(index, part).catch(() => undefined));
      // memory is one array, which reaches beyond the last part
      const whole = bytes?.subarray(0, wanted?.bytes);
      if (!whole || whole.length !== wanted?.bytes) return undefined;
      return wanted.digest === '' || (await this.#digester.digestOf(whole)) === wanted.digest
        ? whole
        : undefined;
    };
    return {
      record,
      partBytes: this.manifest.partBytes,
      read,
      take: async (part) =>
        this.#fresh.take(index, part, record.parts[part]?.digest ?? '') ?? (await read(part)),
      write: async (part, bytes) => {
        const digest = await this.#digester.digestOf(bytes);
        await this.#orInMemory(() => this.#store.write(index, part, bytes));
        record.parts.length = part;
        record.parts.push({ bytes: bytes.length, digest });
        if (!this.#memory) this.#fresh.put(index, part, bytes, digest);
        await this.#save();
        this.#watcher?.look();
      },
      replace: (part, bytes) => this.#store.write(index, part, bytes).catch(() => undefined),
      truncate: (parts) => {
        if (record.parts.length > parts) this.#watcher?.end();
        record.parts.length = Math.min(record.parts.length, parts);
        record.sha256 = undefined;
      },
      save: () => this.#save(),
    };
  }

  #record(index: number): FileRecord {
    const record = this.manifest.records[index];
    if (!record) throw TailscopeError.of('internal', { message: `no file ${index}` });
    return record;
  }

  async #save(): Promise<void> {
    this.manifest.at = this.#now();
    await this.#orInMemory(() => this.#store.writeManifest(writeManifest(this.manifest)));
  }

  async #orInMemory(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (this.#memory || !this.#mayMove) throw error;
      await this.#moveToMemory(isNoRoom(error) ? 'no-room' : 'no-storage');
      await write();
    }
  }

  /** Everything that was stored so far comes along; what cannot be read is fetched again. */
  async #moveToMemory(why: Kept): Promise<void> {
    const memory = this.#inMemory();
    for (const [index, record] of this.manifest.records.entries()) {
      const file = this.file(index);
      const { length } = record.parts;
      for (let part = 0; part < length; part++) {
        const bytes = await file.read(part);
        if (!bytes) {
          record.parts.length = part;
          record.sha256 = undefined;
          break;
        }
        await memory.write(index, part, bytes);
      }
    }
    this.#store = memory;
    this.#memory = memory;
    this.#why = why;
    this.#fresh.clear(); // else it would be there twice
    // a storage that takes nothing may give nothing up either
    await this.#stores.delete(this.key).catch(() => undefined);
  }

  #inMemory(): MemoryParts {
    const memory = new MemoryParts(
      this.manifest.partBytes,
      (index) => this.manifest.records[index]?.size ?? this.manifest.model.files[index]?.size,
    );
    if (this.#why !== 'stored') this.#memory = memory;
    return memory;
  }
}
