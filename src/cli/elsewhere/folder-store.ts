import { constants } from 'node:fs';
import { mkdir, open, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keyOf, type RemoteModel } from '../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../core/error.ts';
import { PART_BYTES, type PartStore, readManifest, type Stores } from '../../remote/index.ts';

/** What is kept of the model, beside its files. */
export const MANIFEST = 'tailscope.json';

/** Steps of a path within the folder. */
const STEP = /^\w[\w.-]*$/;

/**
 * Keeps one model's files in a folder under their own names, each part at its place, so that a runtime can map
 * them from there once they are whole.
 */
export class FolderStore implements Stores {
  readonly #folder: string;
  readonly #model: RemoteModel;
  readonly #partBytes: number;

  constructor(folder: string, model: RemoteModel, partBytes = PART_BYTES) {
    this.#folder = folder;
    this.#model = model;
    this.#partBytes = partBytes;
  }

  open(): PartStore {
    return {
      read: (file, part) => this.#read(file, part),
      write: (file, part, bytes) => this.#write(file, part, bytes),
      writeManifest: (json) => this.#writeManifest(json),
    };
  }

  /** Undefined also where it was written with parts of another size: what is there cannot be told apart. */
  async readManifest(key: string): Promise<string | undefined> {
    const json = await readFile(join(this.#folder, MANIFEST), 'utf8').catch(() => undefined);
    const manifest = json === undefined ? undefined : readManifest(json, key);
    return manifest?.partBytes === this.#partBytes ? json : undefined;
  }

  async keys(): Promise<readonly string[]> {
    const key = keyOf(this.#model);
    return (await this.readManifest(key)) === undefined ? [] : [key];
  }

  delete(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  /** Ends a file where it ends: one that was longer before has something after that. @throws TailscopeError("no-write") */
  async end(file: number, size: number): Promise<void> {
    const path = this.#pathOf(file);
    await writing(path, () => truncate(path, size));
  }

  async #read(file: number, part: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const handle = await open(this.#pathOf(file)).catch(() => undefined);
    if (!handle) return undefined;
    try {
      const start = part * this.#partBytes;
      const { size } = await handle.stat();
      const bytes = new Uint8Array(Math.max(0, Math.min(this.#partBytes, size - start)));
      for (let read = 0; read < bytes.length;) {
        const { bytesRead } = await handle.read(bytes, read, bytes.length - read, start + read);
        if (bytesRead === 0) return bytes.subarray(0, read);
        read += bytesRead;
      }
      return bytes;
    } finally {
      await handle.close();
    }
  }

  async #write(file: number, part: number, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(file);
    await writing(path, async () => {
      await mkdir(dirname(path), { recursive: true });
      // neither of r+ and w makes a file and leaves what is in it
      const handle = await open(path, constants.O_RDWR | constants.O_CREAT);
      try {
        for (let written = 0; written < bytes.length;) {
          const at = part * this.#partBytes + written;
          written += (await handle.write(bytes, written, bytes.length - written, at)).bytesWritten;
        }
      } finally {
        await handle.close();
      }
    });
  }

  /** In one go: a reader finds the old one or the new one. */
  async #writeManifest(json: string): Promise<void> {
    const path = join(this.#folder, MANIFEST);
    await writing(path, async () => {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(`${path}.new`, json);
      await rename(`${path}.new`, path);
    });
  }

  #pathOf(file: number): string {
    const path = this.#model.files[file]?.path ?? '';
    // a list of files is a stranger's word: nothing is written outside the folder
    if (!path.split('/').every((step) => STEP.test(step)))
      throw TailscopeError.of('internal', { message: `“${path}” is no place in a folder` });
    return join(this.#folder, path);
  }
}

/** @throws TailscopeError("no-write") */
async function writing(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw TailscopeError.of('no-write', { file, why }, error);
  }
}
