import type { DownloadProgress, Kept } from '../protocol/sources.ts';
import { RateMeter } from './rate.ts';

/** Seconds between two reports: a person reads no faster. */
const PAUSE = 0.25;

/** Turns what a download does into reports of the whole model. */
export class ProgressReport {
  readonly #tell: (progress: DownloadProgress) => void;
  readonly #kept: () => Kept;
  readonly #now: () => number;
  readonly #meter = new RateMeter();
  #last: { readonly loaded: number; readonly total: number | undefined } | undefined;
  #doing: DownloadProgress['doing'] | undefined;
  #told = -Infinity;

  /** @param now seconds */
  constructor(tell: (progress: DownloadProgress) => void, kept: () => Kept, now: () => number) {
    this.#tell = tell;
    this.#kept = kept;
    this.#now = now;
  }

  /** @param total undefined where a size is not known yet */
  loaded(loaded: number, total: number | undefined, doing: DownloadProgress['doing']): void {
    const now = this.#now();
    const changed = doing !== this.#doing;
    // what is only read again is no download
    if (changed) this.#meter.restart();
    this.#doing = doing;
    this.#last = { loaded, total };
    this.#meter.add(now, loaded);
    if (!changed && loaded !== total && now - this.#told < PAUSE) return;
    this.#told = now;
    const rate = doing === 'fetching' ? this.#meter.rate : undefined;
    const left = total === undefined || !rate ? undefined : (total - loaded) / rate;
    this.#tell({ loaded, total, rate, left, kept: this.#kept(), doing, again: undefined });
  }

  /** Says once more how it stands: where nothing comes, the rate falls. */
  tick(): void {
    if (this.#last && this.#doing === 'fetching')
      this.loaded(this.#last.loaded, this.#last.total, 'fetching');
  }

  waiting(loaded: number, total: number | undefined, again: number): void {
    this.#doing = 'waiting';
    this.#tell({
      loaded,
      total,
      rate: undefined,
      left: undefined,
      kept: this.#kept(),
      doing: 'waiting',
      again,
    });
  }
}
