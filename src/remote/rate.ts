/** Seconds over which the rate is taken: a pause shows soon, and a hiccup does not. */
const WINDOW = 5;
/** Less time than this says nothing yet. */
const LEAST = 0.5;

/** Bytes a second over the last few seconds. */
export class RateMeter {
  readonly #samples: { readonly at: number; readonly loaded: number }[] = [];

  /** @param at seconds, on any clock that only goes forward */
  add(at: number, loaded: number): void {
    this.#samples.push({ at, loaded });
    while ((this.#samples[1]?.at ?? Infinity) < at - WINDOW) this.#samples.shift();
  }

  /** Forgets what came before: a break is no part of the rate. */
  restart(): void {
    this.#samples.length = 0;
  }

  get rate(): number | undefined {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.at - first.at < LEAST) return undefined;
    return (last.loaded - first.loaded) / (last.at - first.at);
  }
}
