import { at } from '../../core/at.ts';
import { TwoPredictors } from '../../measures/two-predictors.ts';
import type { FollowedDimension } from '../../protocol/experiments/positions.ts';
import type { CorpusParts } from '../corpus.ts';
import type { MeasuredBatch } from '../corpus-pass.ts';

/** How often each token is among those measured, and at how many places they stand. */
export interface TokenCounts {
  readonly byId: ReadonlyMap<number, number>;
  /** [positions] */
  readonly positions: Uint32Array;
  /** [bins] */
  readonly frequencies: Uint32Array;
  /** Tokens of the longest sentence. */
  readonly longest: number;
}

/** The bin of a count: from 2^b up to, not including, 2^(b + 1). */
const binOf = (count: number): number => Math.floor(Math.log2(count));

/** Counts the tokens of a text of any length, a part at a time. */
export async function countTokens({ chunks }: Pick<CorpusParts, 'chunks'>): Promise<TokenCounts> {
  const byId = new Map<number, number>();
  const positions: number[] = [];
  let longest = 0;
  for await (const { sentences } of chunks()) {
    for (const { encoded, measured } of sentences) {
      longest = Math.max(longest, encoded.ids.length);
      for (const i of measured) {
        const id = at(encoded.ids, i);
        byId.set(id, (byId.get(id) ?? 0) + 1);
        while (positions.length <= i) positions.push(0);
        positions[i] = (positions[i] ?? 0) + 1;
      }
    }
  }
  const most = Math.max(...byId.values());
  const frequencies = new Uint32Array(binOf(most) + 1);
  for (const count of byId.values()) {
    const bin = binOf(count);
    frequencies[bin] = at(frequencies, bin) + count;
  }
  return { byId, positions: Uint32Array.from(positions), frequencies, longest };
}

type Explained = Pick<
  FollowedDimension,
  'byPosition' | 'byFrequency' | 'byBoth' | 'atPosition' | 'atFrequency'
>;

/** One dimension's values against where tokens stand and how frequent they are. */
export class PositionFold {
  readonly #dim: number;
  readonly #layers: number;
  readonly #counts: TokenCounts;
  readonly #regressions: readonly TwoPredictors[];
  readonly #atPosition: Float64Array;
  readonly #atFrequency: Float64Array;

  constructor(dim: number, layers: number, counts: TokenCounts) {
    this.#dim = dim;
    this.#layers = layers;
    this.#counts = counts;
    this.#regressions = Array.from({ length: layers }, () => new TwoPredictors());
    this.#atPosition = new Float64Array(layers * counts.positions.length);
    this.#atFrequency = new Float64Array(layers * counts.frequencies.length);
  }

  add({ sentences, states, starts }: MeasuredBatch): void {
    const { byId, positions, frequencies } = this.#counts;
    for (const [s, { encoded, measured }] of sentences.entries()) {
      for (const [i, position] of measured.entries()) {
        const row = at(starts, s) + i;
        const count = byId.get(at(encoded.ids, position)) ?? 1;
        const bin = binOf(count);
        for (let layer = 0; layer < this.#layers; layer++) {
          const value = at(states.data, (layer * states.tokens + row) * states.dims + this.#dim);
          this.#regressions[layer]?.add(value, position, Math.log(count));
          const place = layer * positions.length + position;
          this.#atPosition[place] = at(this.#atPosition, place) + value;
          const often = layer * frequencies.length + bin;
          this.#atFrequency[often] = at(this.#atFrequency, often) + value;
        }
      }
    }
  }

  explained(): Explained {
    const { positions, frequencies } = this.#counts;
    const shares = this.#regressions.map((regression) => regression.explained());
    return {
      byPosition: Float64Array.from(shares, (share) => share?.first ?? NaN),
      byFrequency: Float64Array.from(shares, (share) => share?.second ?? NaN),
      byBoth: Float64Array.from(shares, (share) => share?.both ?? NaN),
      atPosition: this.#atPosition.map((sum, i) => sum / at(positions, i % positions.length)),
      atFrequency: this.#atFrequency.map((sum, i) => sum / at(frequencies, i % frequencies.length)),
    };
  }
}
