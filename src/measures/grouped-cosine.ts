import type { HiddenStates } from '../core/hidden-states.ts';
import { anisotropy } from './anisotropy.ts';
import { ExpectedCosine, type CosineSums } from './expected-cosine.ts';

/** Groups of sentences for the jackknife; with fewer sentences, each is its own. */
const GROUPS = 100;
/** Of a normal distribution, the half-width of the middle 95 % in standard deviations. */
const Z_95 = 1.96;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The exact expected cosine of two tokens of different sentences (docs/measures.md, "Anisotropy"), kept
 * in groups of sentences, so that it can also be said how far it would move with other sentences of the
 * same kind.
 */
export class GroupedCosine {
  readonly #layers: number;
  readonly #empty: () => ExpectedCosine;
  readonly #groups: readonly ExpectedCosine[];

  /** @param cut dimensions taken as zero in every vector */
  constructor(layers: number, dims: number, cut: readonly number[] = []) {
    this.#layers = layers;
    this.#empty = () => new ExpectedCosine(layers, dims, cut);
    this.#groups = Array.from({ length: GROUPS }, this.#empty);
  }

  /**
   * Folds in a batch of whole sentences; those without a token are passed over.
   * @param starts first token of each sentence, and the number of tokens at the end
   * @param numbers each sentence's number in the text: it goes to the group of that number's remainder
   */
  add({ tokens, dims, data }: HiddenStates, starts: Uint32Array, numbers: ArrayLike<number>): void {
    for (let s = 0; s + 1 < starts.length; s++) {
      const first = starts[s] ?? 0;
      const length = (starts[s + 1] ?? 0) - first;
      const group = this.#groups[(numbers[s] ?? 0) % GROUPS];
      if (length === 0 || group === undefined) continue;
      for (let layer = 0; layer < this.#layers; layer++) {
        group.addSentence(layer, data, (layer * tokens + first) * dims, length);
      }
    }
  }

  /** The sums of each group, in the order of the groups; not to be written to. */
  get sums(): readonly CosineSums[] {
    return this.#groups.map((group) => group.sums);
  }

  /** Folds in the sums of another of the same shape and cut, of other sentences. */
  addSums(sums: readonly CosineSums[]): void {
    sums.forEach((each, group) => this.#groups[group]?.addSums(each));
  }

  /** Of each dimension, [layers, dims]; undefined with fewer than two sentences. */
  contribution(): Float64Array | undefined {
    return this.#together().contribution();
  }

  /** By layer; undefined with fewer than two sentences. */
  anisotropy(): Float64Array | undefined {
    return this.#of(this.#together());
  }

  /**
   * 95 % interval of the anisotropy of each layer by the delete-a-group jackknife: the anisotropy
   * without each group in turn, their spread scaled up; undefined with fewer than three groups.
   * @see Kott 2001, "The delete-a-group jackknife"
   */
  interval(): Interval[] | undefined {
    const all = this.#together();
    const whole = this.#of(all);
    const filled = this.#groups.filter(({ sentences }) => sentences > 0);
    if (!whole || filled.length < 3) return undefined;
    const without = filled.map((group) => {
      const rest = this.#empty();
      rest.merge(all);
      rest.remove(group);
      return this.#of(rest);
    });
    return Array.from(whole, (value, layer) => {
      const spread = without.reduce((sum, other) => sum + ((other?.[layer] ?? value) - value) ** 2, 0);
      const error = Math.sqrt(((filled.length - 1) / filled.length) * spread);
      return { low: value - Z_95 * error, high: value + Z_95 * error };
    });
  }

  #of(cosine: ExpectedCosine): Float64Array | undefined {
    const contribution = cosine.contribution();
    return contribution && anisotropy(contribution, this.#layers);
  }

  #together(): ExpectedCosine {
    const sum = this.#empty();
    for (const group of this.#groups) sum.merge(group);
    return sum;
  }
}
