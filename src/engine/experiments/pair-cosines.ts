import { at } from '../../core/at.ts';
import { TailscopeError } from '../../core/error.ts';
import { seeded, shuffled } from '../../core/random.ts';
import { columnsOf, cosineSample, type Column } from '../../measures/cosine-sample.ts';
import { cosinesOf } from '../../measures/cosines-of.ts';
import type { Pairs } from '../../measures/pairs.ts';
import type { HeldColumns } from '../../protocol/experiments/held-columns.ts';
import type { Part } from '../../protocol/experiments/part.ts';
import type { ExperimentSettings } from '../../protocol/experiments/treatment.ts';
import { partOf, type Corpus } from '../corpus.ts';
import { requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { itemChunks, type ItemChunk, type ItemPlan } from './item-chunks.ts';
import type { RunOptions } from './run-options.ts';

/** Items by twos, and the number that each pair has. */
interface PairPlan extends Omit<ItemPlan, 'groups'> {
  readonly numbers: readonly number[];
}

/** Cosines of pairs of items. */
export interface PairCosines {
  /** As they are; item 2p and 2p + 1 are those of pair p. */
  readonly before: HeldColumns;
  /** After the treatment, [layers, pairs]. */
  readonly after: Float64Array;
  /** Numbers of the pairs, rising: all of the plan, or those that came before the pass was broken off. */
  readonly measured: Uint32Array;
  /** Their sentences. */
  readonly ran: Corpus;
  /** Of the pairs, where it was. */
  readonly part: Part | undefined;
}

/**
 * The cosine of items 2p and 2p + 1 of a plan, for every pair that is a group of it. The pair of number n has sentences 2n and
 * 2n + 1. Vectors come and go in chunks: only
 * squares, products and columns are kept. Pairs run in a random order, so that those of a pass that is broken off are a fair
 * sample.
 * @throws TailscopeError("nothing-counted" | "dimension" | "run"), or what `pause` rejects with
 */
export async function pairCosines(
  model: Pick<Model, 'encoder' | 'runtime'>,
  { numbers, ...plan }: PairPlan,
  settings: ExperimentSettings,
  options: RunOptions,
): Promise<PairCosines> {
  const { columns, seed } = settings;
  requireDimensions(columns, model.encoder.shape.dims);
  const layers = model.encoder.shape.layers + 1;
  const of = plan.items.length / 2;
  const order = shuffled(of, seeded(seed));
  const groups = Array.from(order, (p) => [2 * p, 2 * p + 1]);
  const all = new Cosines(layers, of, columns);
  let done = 0;
  for await (const chunk of itemChunks(model, { ...plan, groups }, settings, options)) {
    all.put(chunk, order.subarray(chunk.firstGroup, chunk.firstGroup + chunk.groups));
    done += chunk.groups;
  }
  if (done === 0) throw TailscopeError.of('nothing-counted');
  const came = order.slice(0, done).sort();
  const { held: before, after } = done < of ? all.pick(came) : all;
  const measured = came.map((pair) => at(numbers, pair));
  if (done === of) return { before, after, measured, ran: plan.corpus, part: undefined };
  return { before, after, measured, ran: ofPairs(plan.corpus, measured), part: { counted: done, of } };
}

function ofPairs(corpus: Corpus, pairs: Uint32Array): Corpus {
  const wanted = new Set(pairs);
  return partOf(corpus, (sentence) => wanted.has(Math.floor(sentence / 2)));
}

/** What there is of pairs, each [layers, pairs] but for squares and columns, which are [layers, pairs, 2]. */
interface PairValues {
  readonly squares: Float64Array;
  readonly dots: Float64Array;
  readonly after: Float64Array;
  readonly columns: ReadonlyMap<number, Column>;
}

/** The cosines of pairs, as they come. */
class Cosines implements PairValues {
  readonly layers: number;
  readonly pairs: number;
  readonly squares: Float64Array;
  readonly dots: Float64Array;
  readonly after: Float64Array;
  readonly columns: ReadonlyMap<number, Column>;

  constructor(layers: number, pairs: number, columns: Iterable<number>) {
    this.layers = layers;
    this.pairs = pairs;
    this.squares = new Float64Array(layers * pairs * 2);
    this.dots = new Float64Array(layers * pairs);
    this.after = new Float64Array(layers * pairs);
    this.columns = new Map([...columns].map((dim) => [dim, new Float32Array(layers * pairs * 2)]));
  }

  get held(): HeldColumns {
    const { layers, pairs, squares, dots, columns } = this;
    return { sample: { ...evenPairs(pairs), layers, items: 2 * pairs, squares, dots }, columns };
  }

  /** @param numbers of the chunk's pairs */
  put({ groups, before, after }: ItemChunk, numbers: Uint32Array): void {
    const own = evenPairs(groups);
    const sample = cosineSample(before, own);
    const treated = after === before ? sample : cosineSample(after, own);
    const columns = columnsOf(before, this.columns.keys());
    this.#copy(
      { ...sample, columns, after: cosinesOf(treated, new Map(), []) },
      Array(groups).keys(),
      numbers,
    );
  }

  /** Some of them alone. */
  pick(numbers: Uint32Array): Cosines {
    const picked = new Cosines(this.layers, numbers.length, this.columns.keys());
    picked.#copy(this, numbers, numbers.keys());
    return picked;
  }

  #copy(values: PairValues, from: Iterable<number>, to: Iterable<number>): void {
    const moves = { from: [...from], to: [...to], layers: this.layers };
    copyPairs(values.squares, this.squares, 2, moves);
    copyPairs(values.dots, this.dots, 1, moves);
    copyPairs(values.after, this.after, 1, moves);
    for (const [dim, column] of this.columns) copyPairs(values.columns.get(dim) ?? [], column, 2, moves);
  }
}

interface Moves {
  readonly layers: number;
  /** Places of pairs in the one array, and in the other. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** From [layers, places, width] into another array of that kind. */
function copyPairs(
  values: ArrayLike<number>,
  into: Float64Array | Float32Array,
  width: number,
  { layers, from, to }: Moves,
): void {
  const [own, wide] = [values.length / layers, into.length / layers];
  for (let layer = 0; layer < layers; layer++)
    for (const [i, place] of from.entries())
      for (let side = 0; side < width; side++)
        into[layer * wide + (to[i] ?? 0) * width + side] = values[layer * own + place * width + side] ?? NaN;
}

function evenPairs(count: number): Pairs {
  return {
    left: Uint32Array.from({ length: count }, (_, p) => 2 * p),
    right: Uint32Array.from({ length: count }, (_, p) => 2 * p + 1),
    weights: new Float64Array(count).fill(1 / count),
  };
}
