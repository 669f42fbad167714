import type { HiddenStates } from '../../core/hidden-states.ts';
import type { Column } from '../../measures/cosine-sample.ts';
import {
  DISTANCES,
  distanceSample,
  distancesOf,
  type Distance,
  type DistanceSample,
} from '../../measures/neighbour-distances.ts';
import type { Pairs } from '../../measures/pairs.ts';

/** Where what belongs to sentence `from` goes: to sentence `to`. */
interface Move {
  readonly from: number;
  readonly to: number;
}

/** The words of some sentences, one after another. */
interface SentenceVectors {
  /** [layers, words, dims] */
  readonly before: HiddenStates;
  /** The very `before` when the treatment does nothing. */
  readonly after: HiddenStates;
  /** Words of each. */
  readonly lengths: readonly number[];
}

/** Distances of each word to the next, sentence by sentence, as they come. A sentence has one pair fewer than words. */
export class SentenceDistances {
  readonly before: DistanceSample;
  /** After the treatment, [layers, pairs]. */
  readonly after: Readonly<Record<Distance, Float64Array>>;
  readonly lengths: readonly number[];
  readonly #columns: ReadonlyMap<number, Column>;
  /** First word of each sentence, and the number of words at the end. */
  readonly #words: Uint32Array;

  constructor(layers: number, lengths: readonly number[], columns: Iterable<number>) {
    this.lengths = lengths;
    this.#words = startsOf(lengths);
    const pairs = neighbours(lengths);
    const items = this.#words.at(-1) ?? 0;
    const size = layers * pairs.left.length;
    this.#columns = new Map([...columns].map((dim) => [dim, new Float32Array(layers * items)]));
    this.before = {
      sample: {
        ...pairs,
        layers,
        items,
        squares: new Float64Array(layers * items),
        dots: new Float64Array(size),
      },
      columns: this.#columns,
      absolute: new Float64Array(size),
      square: new Float64Array(size),
    };
    this.after = { cosine: new Float64Array(size), l1: new Float64Array(size), l2: new Float64Array(size) };
  }

  /** First pair of neighbours of each sentence, and the number of pairs at the end. */
  get starts(): Uint32Array {
    return pairsOf(this.#words);
  }

  /** @param numbers of the sentences that came */
  put({ before, after, lengths }: SentenceVectors, numbers: Uint32Array): void {
    const pairs = neighbours(lengths);
    const part = distanceSample(before, pairs, this.#columns.keys());
    const treated = after === before ? part : distanceSample(after, pairs, []);
    const [cosine, l1, l2] = DISTANCES.map((kind) => distancesOf(kind, treated, []));
    if (!cosine || !l1 || !l2) return;
    const moves = Array.from(numbers, (to, from) => ({ from, to }));
    this.#copy({ before: part, after: { cosine, l1, l2 } }, startsOf(lengths), moves);
  }

  /** Some of them alone. */
  pick(numbers: Uint32Array): SentenceDistances {
    const { layers } = this.before.sample;
    const lengths = Array.from(numbers, (sentence) => this.lengths[sentence] ?? 0);
    const picked = new SentenceDistances(layers, lengths, this.#columns.keys());
    const moves = Array.from(numbers, (from, to) => ({ from, to }));
    picked.#copy(this, this.#words, moves);
    return picked;
  }

  #copy(from: Pick<SentenceDistances, 'before' | 'after'>, words: Uint32Array, moves: readonly Move[]): void {
    const { layers } = this.before.sample;
    const byWord = copier(layers, words, this.#words, moves);
    const byPair = copier(layers, pairsOf(words), this.starts, moves);
    byWord(from.before.sample.squares, this.before.sample.squares);
    byPair(from.before.sample.dots, this.before.sample.dots);
    byPair(from.before.absolute, this.before.absolute);
    byPair(from.before.square, this.before.square);
    for (const kind of DISTANCES) byPair(from.after[kind], this.after[kind]);
    for (const [dim, column] of this.#columns) {
      const known = from.before.columns.get(dim);
      if (known) byWord(known, column);
    }
  }
}

function startsOf(lengths: readonly number[]): Uint32Array {
  let end = 0;
  return Uint32Array.from([0, ...lengths.map((length) => (end += length))]);
}

const pairsOf = (words: Uint32Array): Uint32Array => words.map((word, sentence) => word - sentence);

/** Each word with the next of its sentence. */
function neighbours(lengths: readonly number[]): Pairs {
  const words = startsOf(lengths);
  const left = Uint32Array.from(
    lengths.flatMap((length, s) => Array.from({ length: length - 1 }, (_, i) => (words[s] ?? 0) + i)),
  );
  return {
    left,
    right: left.map((word) => word + 1),
    weights: new Float64Array(left.length).fill(1 / left.length),
  };
}

/** Copies the rows of sentences between two arrays of [layers, rows], by where each sentence's rows start. */
function copier(layers: number, own: Uint32Array, into: Uint32Array, moves: readonly Move[]) {
  const [ownRows, intoRows] = [own.at(-1) ?? 0, into.at(-1) ?? 0];
  return <A extends Float32Array | Float64Array>(from: A, to: A): void => {
    for (let layer = 0; layer < layers; layer++)
      for (const move of moves) {
        const [first = 0, end = 0] = own.subarray(move.from, move.from + 2);
        const rows = from.subarray(layer * ownRows + first, layer * ownRows + end);
        to.set(rows, layer * intoRows + (into[move.to] ?? 0));
      }
  };
}
