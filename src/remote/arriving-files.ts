import type { ByteFile } from '../checkpoint/index.ts';
import { TailscopeError } from '../core/error.ts';
import { readStored } from './kept-files.ts';
import type { FetchHost } from './host.ts';
import type { Keeper } from './keeper.ts';
import { bytesThere } from './manifest.ts';

interface Waiter {
  readonly isThere: () => boolean;
  readonly resolve: () => void;
}

/**
 * A model's files while they are still on their way: a read waits until its bytes are stored. They end, and every
 * read with them, where what came is taken back, or is not stored but kept in memory, where nobody can have it for
 * his own.
 */
export class ArrivingFiles {
  readonly files: readonly ByteFile[];
  /** Whether all of them came and were found right. */
  isWhole = false;
  readonly #keeper: Keeper;
  readonly #end = new AbortController();
  #waiting: readonly Waiter[] = [];

  /** The files of a model that is stored and of which every length is known; undefined of another. */
  static of(keeper: Keeper, host: FetchHost): ArrivingFiles | undefined {
    const { model, records } = keeper.manifest;
    const sizes = model.files.map(({ size }, i) => size ?? records[i]?.size);
    return keeper.kept === 'stored' && sizes.every((size) => size !== undefined)
      ? new ArrivingFiles(keeper, host, sizes)
      : undefined;
  }

  private constructor(keeper: Keeper, host: FetchHost, sizes: readonly number[]) {
    this.#keeper = keeper;
    const { signal } = this.#end;
    this.files = keeper.manifest.model.files.map((file, index) => {
      const kept = keeper.file(index);
      const isThere = (end: number) => () => bytesThere(kept.record) >= end;
      return {
        name: file.path,
        size: sizes[index] ?? 0,
        givesCopies: true,
        read: async (start, end) => {
          await this.#until(isThere(end));
          return readStored({ file, kept, host, signal }, start, end);
        },
      };
    });
    signal.addEventListener('abort', () => {
      this.look();
    });
  }

  /** Aborted when they have ended. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** To be called when more was kept. */
  look(): void {
    if (this.#keeper.kept !== 'stored' && !this.signal.aborted) this.end();
    const ready = this.#waiting.filter(({ isThere }) => this.signal.aborted || isThere());
    this.#waiting = this.#waiting.filter((waiter) => !ready.includes(waiter));
    for (const { resolve } of ready) resolve();
  }

  /** To be called when the download was found right. A server may have given another length than was listed. */
  complete(): void {
    const { records } = this.#keeper.manifest;
    if (this.files.some(({ size }, i) => records[i]?.size !== size)) this.end();
    else this.isWhole = true;
  }

  /** To be called when what came is taken back, or no more will come. */
  end(): void {
    this.#end.abort(TailscopeError.of('cancelled'));
  }

  async #until(isThere: () => boolean): Promise<void> {
    this.look();
    if (!this.signal.aborted && !isThere())
      await new Promise<void>((resolve) => {
        this.#waiting = [...this.#waiting, { isThere, resolve }];
      });
    if (this.signal.aborted) throw TailscopeError.from(this.signal.reason);
  }
}
