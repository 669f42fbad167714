import { strings } from '../strings/index.ts';

/** Where the command says how far it is; standard error, since standard output is for figures. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** On a terminal one line that is rewritten; in a log a new one every so often. */
const INTERVAL_MS = { terminal: 200, log: 10_000 };

/** Counts sentences and tokens of a pass, and says so now and then. */
export class Progress {
  readonly #screen: Screen;
  readonly #of: number;
  readonly #began = performance.now();
  #said = this.#began;
  #sentences = 0;
  #tokens = 0;

  /** @param of sentences in all */
  constructor(of: number, screen: Screen) {
    this.#of = of;
    this.#screen = screen;
  }

  add(sentences: number, tokens: number): void {
    this.#sentences += sentences;
    this.#tokens += tokens;
    const now = performance.now();
    const done = this.#sentences === this.#of;
    if (!done && now - this.#said < INTERVAL_MS[this.#screen.isTTY === true ? 'terminal' : 'log']) return;
    this.#said = now;
    const rate = Math.round((1000 * this.#tokens) / (now - this.#began));
    const text = strings.cli.progress({ sentences: this.#sentences, of: this.#of, rate });
    const rewrite = this.#screen.isTTY === true;
    this.#screen.write(rewrite ? `\r${text}${done ? '\n' : ''}` : `${text}\n`);
  }
}
