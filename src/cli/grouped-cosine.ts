import type { MeasuredBatch } from '../engine/index.ts';

/** Groups of sentences for the jackknife; with fewer sentences, each is its own. */
const GROUPS = 100;
/** Of a normal distribution, the half-width of the middle 95 % in standard deviations. */
const Z_95 = 1.96;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Sums over the sentences of a group of m_s, a sentence's mean unit vector. */
interface Group {
  sentences: number;
  /** Sum of m_s, [layers, dims]. */
  readonly units: Float64Array;
  /** Sum of |m_s|^2, [layers]. */
  readonly squares: Float64Array;
}

/**
 * The exact expected cosine of two tokens of different sentences (docs/measures.md, "Anisotropy"), kept
 * in groups of sentences, so that it can also be said how far it would move with other sentences of the
 * same kind.
 */
export class GroupedCosine {
  readonly #layers: number;
  readonly #dims: number;
  readonly #cut: ReadonlySet<number>;
  readonly #groups: readonly Group[];

  /** @param cut dimensions taken as zero */
  constructor(layers: number, dims: number, cut: readonly number[] = []) {
    this.#layers = layers;
    this.#dims = dims;
    this.#cut = new Set(cut);
    this.#groups = Array.from({ length: GROUPS }, () => this.#emptyGroup());
  }

  add({ sentences, states, starts }: MeasuredBatch): void {
    const dims = this.#dims;
    for (const [s, { index }] of sentences.entries()) {
      const group = this.#groups[index % GROUPS];
      if (!group) continue;
      group.sentences++;
      for (let layer = 0; layer < this.#layers; layer++) {
        const first = (layer * states.tokens + (starts[s] ?? 0)) * dims;
        const end = (layer * states.tokens + (starts[s + 1] ?? 0)) * dims;
        this.#addSentence(group, layer, states.data.subarray(first, end));
      }
    }
  }

  /** By layer; undefined with fewer than two sentences. */
  anisotropy(): Float64Array | undefined {
    return this.#anisotropyOf(this.#together());
  }

  /**
   * 95 % interval of the anisotropy of each layer by the delete-a-group jackknife: the anisotropy
   * without each group in turn, their spread scaled up; undefined with fewer than three groups.
   * @see Kott 2001, "The delete-a-group jackknife"
   */
  interval(): Interval[] | undefined {
    const all = this.#together();
    const whole = this.#anisotropyOf(all);
    const filled = this.#groups.filter(({ sentences }) => sentences > 0);
    if (!whole || filled.length < 3) return undefined;
    const without = filled.map((group) => this.#anisotropyOf(added(all, group, -1)));
    return Array.from(whole, (value, layer) => {
      const spread = without.reduce((sum, other) => sum + ((other?.[layer] ?? value) - value) ** 2, 0);
      const error = Math.sqrt(((filled.length - 1) / filled.length) * spread);
      return { low: value - Z_95 * error, high: value + Z_95 * error };
    });
  }

  /** @param rows a sentence's vectors in one layer, [tokens, dims] */
  #addSentence(group: Group, layer: number, rows: Float32Array): void {
    const dims = this.#dims;
    const tokens = rows.length / dims;
    const mean = new Float64Array(dims);
    for (let row = 0; row < rows.length; row += dims) {
      let square = 0;
      for (let d = 0; d < dims; d++) if (!this.#cut.has(d)) square += (rows[row + d] ?? 0) ** 2;
      if (square === 0) continue; // a zero vector has cosine 0 with any other
      const weight = 1 / (Math.sqrt(square) * tokens);
      for (let d = 0; d < dims; d++) mean[d] = (mean[d] ?? 0) + (rows[row + d] ?? 0) * weight;
    }
    for (const d of this.#cut) mean[d] = 0;
    for (const [d, value] of mean.entries()) {
      group.units[layer * dims + d] = (group.units[layer * dims + d] ?? 0) + value;
      group.squares[layer] = (group.squares[layer] ?? 0) + value * value;
    }
  }

  #anisotropyOf({ sentences, units, squares }: Group): Float64Array | undefined {
    const pairs = sentences * (sentences - 1);
    if (pairs <= 0) return undefined;
    return squares.map((square, layer) => {
      const row = units.subarray(layer * this.#dims, (layer + 1) * this.#dims);
      return (row.reduce((sum, unit) => sum + unit * unit, 0) - square) / pairs;
    });
  }

  #together(): Group {
    return this.#groups.reduce((sum, group) => added(sum, group, 1), this.#emptyGroup());
  }

  #emptyGroup(): Group {
    return {
      sentences: 0,
      units: new Float64Array(this.#layers * this.#dims),
      squares: new Float64Array(this.#layers),
    };
  }
}

function added(a: Group, b: Group, times: 1 | -1): Group {
  return {
    sentences: a.sentences + times * b.sentences,
    units: a.units.map((unit, i) => unit + times * (b.units[i] ?? 0)),
    squares: a.squares.map((square, i) => square + times * (b.squares[i] ?? 0)),
  };
}
