import type { MeasuredBatch } from '../engine/index.ts';
import { anisotropy } from '../measures/anisotropy.ts';
import { ExpectedCosine } from '../measures/expected-cosine.ts';

/** Groups of sentences for the jackknife; with fewer sentences, each is its own. */
const GROUPS = 100;
/** Of a normal distribution, the half-width of the middle 95 % in standard deviations. */
const Z_95 = 1.96;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The expected cosine of two tokens of different sentences, with how far it would move with other
 * sentences of the same kind.
 */
export class GroupedCosine {
  readonly #groups: readonly ExpectedCosine[];
  readonly #fresh: () => ExpectedCosine;
  readonly #layers: number;

  /** @param cut dimensions taken as zero */
  constructor(layers: number, dims: number, cut: readonly number[] = []) {
    this.#layers = layers;
    this.#fresh = () => new ExpectedCosine(layers, dims, cut);
    this.#groups = Array.from({ length: GROUPS }, this.#fresh);
  }

  add({ sentences, states, starts }: MeasuredBatch): void {
    const { tokens, dims, data } = states;
    for (const [s, { index }] of sentences.entries()) {
      const group = this.#groups[index % GROUPS];
      const first = starts[s] ?? 0;
      const count = (starts[s + 1] ?? 0) - first;
      for (let layer = 0; group && layer < this.#layers; layer++) {
        const rows = data.subarray((layer * tokens + first) * dims, (layer * tokens + first + count) * dims);
        group.addSentence(layer, sumOfUnits(group, rows, dims), count);
      }
    }
  }

  /** By layer; undefined with fewer than two sentences. */
  anisotropy(): Float64Array | undefined {
    return this.#anisotropyOf(this.#groups);
  }

  /**
   * 95 % interval of the anisotropy of each layer by the delete-a-group jackknife: the anisotropy
   * without each group in turn, their spread scaled up; undefined with fewer than three groups.
   * @see Kott 2001, the delete-a-group jackknife
   */
  interval(): Interval[] | undefined {
    const whole = this.anisotropy();
    const filled = this.#groups.filter(({ sentences }) => sentences > 0);
    if (!whole || filled.length < 3) return undefined;
    const without = filled.map((left) => this.#anisotropyOf(filled.filter((group) => group !== left)));
    return Array.from(whole, (value, layer) => {
      const squared = without.reduce((sum, other) => sum + ((other?.[layer] ?? value) - value) ** 2, 0);
      const error = Math.sqrt(((filled.length - 1) / filled.length) * squared);
      return { low: value - Z_95 * error, high: value + Z_95 * error };
    });
  }

  #anisotropyOf(groups: readonly ExpectedCosine[]): Float64Array | undefined {
    const together = this.#fresh();
    for (const group of groups) together.merge(group);
    const contribution = together.contribution();
    return contribution && anisotropy(contribution, this.#layers);
  }
}

/** @param rows one sentence's vectors in one layer, [tokens, dims] */
function sumOfUnits(cosine: ExpectedCosine, rows: Float32Array, dims: number): Float64Array {
  const tokens = rows.length / dims;
  const squares = new Float64Array(tokens);
  for (let i = 0; i < rows.length; i++) {
    const token = Math.floor(i / dims);
    squares[token] = (squares[token] ?? 0) + (rows[i] ?? 0) ** 2;
  }
  const scales = cosine.scales(rows, 0, tokens, squares);
  const units = new Float64Array(dims);
  for (let token = 0; token < tokens; token++) {
    const scale = scales[token] ?? 0;
    for (let d = 0; d < dims; d++) units[d] = (units[d] ?? 0) + (rows[token * dims + d] ?? 0) * scale;
  }
  return units;
}
