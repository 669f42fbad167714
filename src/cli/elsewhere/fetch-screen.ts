import {
  bytesOf,
  hostOf,
  nameOf,
  type RemoteModel,
  type WeightsChoice,
} from '../../checkpoint/sources/index.ts';
import { bytesText } from '../../core/bytes-text.ts';
import { timeLeftText } from '../../core/time-left.ts';
import type { DownloadProgress } from '../../protocol/sources.ts';
import { strings } from '../../strings/index.ts';
import { INTERVAL_MS, type Screen } from '../progress.ts';

const { elsewhere: words } = strings.cli;

/**
 * Says on the screen what is to be fetched, from where and to where, with sizes.
 * @param others weights that are there as well
 */
export function sayPlan(
  screen: Screen,
  { place, files }: RemoteModel,
  others: readonly WeightsChoice[],
  folder: string,
): void {
  const revision = place.kind === 'hub' ? place.revision : undefined;
  const size = sizeText(bytesOf(files));
  const lines = [
    words.plan({ model: nameOf(place), host: hostOf(place), revision, size, folder }),
    ...files.map((file) => words.file({ path: file.path, size: sizeText(file.size) })),
    ...(others.length > 0
      ? [words.others(others.map(({ weights, bytes }) => ({ weights, size: sizeText(bytes) })))]
      : []),
  ];
  screen.write(`${lines.join('\n')}\n`);
}

function sizeText(bytes: number | undefined): string {
  return bytes === undefined ? strings.chooser.unknownSize : bytesText(bytes);
}

/** Says on the screen how far a download is. */
export class FetchScreen {
  readonly #screen: Screen;
  #doing: DownloadProgress['doing'] | undefined;
  #said = -Infinity;
  #ended = false;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  say(progress: DownloadProgress): void {
    const { loaded, total, doing } = progress;
    const terminal = this.#screen.isTTY === true;
    const now = performance.now();
    const changed = doing !== this.#doing;
    const last = loaded === total;
    if (last && this.#ended) return;
    this.#ended = last;
    if (!changed && !last && now - this.#said < INTERVAL_MS[terminal ? 'terminal' : 'log']) return;
    this.#doing = doing;
    this.#said = now;
    const text = textOf(progress);
    // what the last line had beyond this one is wiped
    this.#screen.write(terminal ? `\r${text}\u001B[K${last ? '\n' : ''}` : `${text}\n`);
  }
}

function textOf({ loaded, total, rate, left, doing, again }: DownloadProgress): string {
  const { of, checking, waiting, rate: speed } = strings.chooser;
  const amount = total === undefined ? bytesText(loaded) : of(bytesText(loaded), bytesText(total));
  if (doing === 'checking') return `${amount} · ${checking}`;
  if (doing === 'waiting') return `${amount} · ${waiting(again ?? 0)}`;
  return [
    amount,
    ...(rate === undefined ? [] : [speed(bytesText(rate))]),
    ...(left === undefined || loaded === total ? [] : [timeLeftText(left)]),
  ].join(' · ');
}
