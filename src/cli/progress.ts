import { strings } from '../strings/index.ts';

/** Where the command says how far it is; standard error, since standard output is for figures. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** On a terminal one line that is rewritten; in a log a new one every so often. */
export const INTERVAL_MS = { terminal: 200, log: 10_000 };

/** How far a pass is, in words. */
type Written = (pass: { readonly sentences: number; readonly of: number; readonly rate: number }) => string;

/** Says now and then how many sentences of a pass are done, or whatever else it counts. */
export class Progress {
  readonly #screen: Screen;
  readonly #written: Written;
  #began = performance.now();
  #said = this.#began;

  constructor(screen: Screen, written: Written = strings.cli.progress) {
    this.#screen = screen;
    this.#written = written;
  }

  /** @param done sentences so far, or what else is counted; a pass begins anew after its last */
  say(done: number, of: number): void {
    const now = performance.now();
    const last = done >= of;
    const terminal = this.#screen.isTTY === true;
    if (!last && now - this.#said < INTERVAL_MS[terminal ? 'terminal' : 'log']) return;
    this.#said = now;
    const rate = Math.round((1000 * done) / Math.max(1, now - this.#began));
    const text = this.#written({ sentences: done, of, rate });
    this.#screen.write(terminal ? `\r${text}${last ? '\n' : ''}` : `${text}\n`);
    if (last) this.#began = now;
  }
}
