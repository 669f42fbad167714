import type { HiddenStates } from '../core/hidden-states.ts';
import { seeded } from '../core/random.ts';
import { pickRows, type MeasuredBatch } from './corpus-pass.ts';

interface Held {
  readonly token: number;
  readonly rank: number;
  readonly place: number;
}

/**
 * Keeps the hidden states of random tokens out of a pass: whenever that is broken off, of those that came, each as likely. Which
 * they are depends on the seed and on which tokens came, not on their order.
 */
export class TokenReservoir {
  readonly #size: number;
  readonly #seed: number;
  readonly #vectors: HiddenStates;
  /** By rank, the next to go last. */
  readonly #held: Held[] = [];

  constructor(size: number, seed: number, layers: number, dims: number) {
    this.#size = size;
    this.#seed = seed;
    this.#vectors = { layers, tokens: size, dims, data: new Float32Array(layers * size * dims) };
  }

  /** Numbers of the tokens that are kept, rising. */
  get filledTokens(): readonly number[] {
    return this.#rising.map(({ token }) => token);
  }

  /** Their vectors. */
  get filled(): HiddenStates {
    return pickRows(
      this.#vectors,
      Uint32Array.from(this.#rising, ({ place }) => place),
    );
  }

  add({ sentences, states, starts }: MeasuredBatch): void {
    for (const [s, { start, measured }] of sentences.entries())
      for (let i = 0; i < measured.length; i++) this.#offer(start + i, states, (starts[s] ?? 0) + i);
  }

  get #rising(): readonly Held[] {
    return [...this.#held].sort((a, b) => a.token - b.token);
  }

  #offer(token: number, states: HiddenStates, row: number): void {
    const rank = rankOf(token, this.#seed);
    const full = this.#held.length === this.#size;
    const last = this.#held.at(-1);
    if (full && (!last || last.rank <= rank)) return;
    const place = full && last ? last.place : this.#held.length;
    if (full) this.#held.pop();
    const after = this.#held.findIndex((one) => one.rank > rank);
    this.#held.splice(after === -1 ? this.#held.length : after, 0, { token, rank, place });
    const { layers, tokens, dims, data } = this.#vectors;
    for (let layer = 0; layer < layers; layer++) {
      const from = (layer * states.tokens + row) * dims;
      data.set(states.data.subarray(from, from + dims), (layer * tokens + place) * dims);
    }
  }
}

/** A random number of every token's own; the step is 2^32 over the golden ratio, so that neighbours begin far apart. */
const rankOf = (token: number, seed: number): number => seeded(seed + Math.imul(token, 0x9e3779b1))();
