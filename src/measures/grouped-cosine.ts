import type { HiddenStates } from '../core/hidden-states.ts';
import { seeded } from '../core/random.ts';
import { anisotropy } from './anisotropy.ts';
import {
  middle95,
  REPLICATES,
  resampleCounts,
  resampledMeans,
  type BlockPairs,
  type Interval,
} from './bootstrap.ts';
import { ExpectedCosine, type CosineSums } from './expected-cosine.ts';

/** Groups of sentences to resample; with fewer sentences, each is its own. */
const GROUPS = 100;
/** With fewer groups a resample says next to nothing. */
const LEAST_GROUPS = 3;

/**
 * The exact expected cosine of two tokens of different sentences (docs/measures.md, "Anisotropy"), kept
 * in groups of sentences, so that it can also be said how far it would move with other sentences of the
 * same kind.
 */
export class GroupedCosine {
  readonly #layers: number;
  readonly #dims: number;
  readonly #empty: () => ExpectedCosine;
  readonly #groups: readonly ExpectedCosine[];

  /** @param cut dimensions taken as zero in every vector */
  constructor(layers: number, dims: number, cut: readonly number[] = []) {
    this.#layers = layers;
    this.#dims = dims;
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
   * The anisotropy of every layer in resamples of the groups, drawn with replacement, [replicates] a layer: the same draws for the
   * same seed and number of groups, so that two conditions of one text can be subtracted resample by resample. undefined with fewer
   * than three groups.
   */
  replicates(seed: number): readonly Float64Array[] | undefined {
    const filled = this.#groups.filter(({ sentences }) => sentences > 0);
    if (filled.length < LEAST_GROUPS) return undefined;
    const counts = resampleCounts(filled.length, REPLICATES, seeded(seed));
    const sizes = Float64Array.from(filled, ({ sentences }) => sentences);
    return Array.from({ length: this.#layers }, (_, layer) =>
      resampledMeans({ sums: this.#pairSums(filled, layer), sizes }, counts),
    );
  }

  /**
   * 95 % interval of the anisotropy of each layer, by the percentiles of its resamples; undefined with fewer than three groups.
   * @see docs/measures.md, "Anisotropy"
   */
  interval(seed: number): (Interval | undefined)[] | undefined {
    return this.replicates(seed)?.map(middle95);
  }

  /** Products of mean unit vectors, over pairs of sentences of each two groups. */
  #pairSums(groups: readonly ExpectedCosine[], layer: number): BlockPairs['sums'] {
    const own = groups.map(({ sums, cut }) => {
      const [from, to] = [layer * this.#dims, (layer + 1) * this.#dims];
      const [unit, square] = [sums.unit.slice(from, to), sums.unitSquare.slice(from, to)];
      for (const d of cut) [unit[d], square[d]] = [0, 0];
      return { unit, alone: square.reduce((sum, value) => sum + value, 0) };
    });
    const products = new Float64Array(groups.length ** 2);
    own.forEach(({ unit: x, alone }, b) => {
      for (let c = 0; c <= b; c++) {
        const y = own[c]?.unit;
        let product = b === c ? -alone : 0;
        for (let d = 0; d < x.length; d++) product += (x[d] ?? 0) * (y?.[d] ?? 0);
        products[b * groups.length + c] = products[c * groups.length + b] = product;
      }
    });
    return products;
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
