import { TailscopeError } from '../../core/error.ts';
import type { HiddenStates } from '../../core/hidden-states.ts';
import { seeded, shuffled } from '../../core/random.ts';
import { columnsOf, cosineSample } from '../../measures/cosine-sample.ts';
import { nearest } from '../../measures/nearest.ts';
import { unitRows } from '../../measures/unit-rows.ts';
import { NONE, type Neighbours, type WsdRequest, type WsdResult } from '../../protocol/experiments/wsd.ts';
import { Algebra } from '../algebra.ts';
import { requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { corpusOfItems } from './collect-items.ts';
import { itemChunks } from './item-chunks.ts';
import type { RunOptions } from './run-options.ts';
import { readSenses, type SenseWord } from './sense-words.ts';

/**
 * Word sense disambiguation by the nearest neighbour: a word in a sentence has the sense of the labelled one of the same lemma
 * whose vector has the largest cosine with its own. A pass that is broken off answers with the words (lemmas) that came whole:
 * with fewer labelled ones a word would be told worse.
 * @throws TailscopeError("no-items" | "nothing-counted" | "dimension" | "run"), or what `pause` rejects with
 * @see Luo et al. 2021, version 2; Loureiro et al. 2021
 */
export async function wsd(
  model: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: WsdRequest,
  options: RunOptions = {},
): Promise<WsdResult> {
  const { dims } = model.encoder.shape;
  const layers = model.encoder.shape.layers + 1;
  requireDimensions(request.columns, dims);
  const plan = await readSenses(model.tokenizer, request.data, options.pause);
  const { missing } = plan;
  if (plan.words.length === 0) throw TailscopeError.of('no-items', { name: request.name, what: 'words' });
  const order = shuffled(plan.words.length, seeded(request.seed));
  const drawn = Array.from(order).flatMap((word) => plan.words[word] ?? []);
  const wanted = Math.min(request.stopAt ?? Infinity, drawn.length);
  const items = drawn.reduce((sum, { tests }) => sum + tests.length, 0);
  const before = new Collected(layers, items, request.neighbours);
  const after = new Collected(layers, items, request.neighbours);
  let came: readonly SenseWord[] = [];
  const algebra = new Algebra(model.runtime);
  let pairs: WsdResult['pairs'];
  try {
    const groups = drawn.map(itemsOf);
    for await (const chunk of itemChunks(model, { ...plan, groups }, request, options)) {
      const place = (item: number) => chunk.places.get(item) ?? 0;
      const own = drawn.slice(chunk.firstGroup, chunk.firstGroup + chunk.groups);
      for (const word of own) {
        const rows = { tests: word.testItems.map(place), trains: word.trainItems.map(place) };
        for (let layer = 0; layer < layers; layer++) {
          await options.pause?.();
          await before.find(algebra, chunk.before, layer, word, rows);
          if (chunk.after !== chunk.before) await after.find(algebra, chunk.after, layer, word, rows);
        }
      }
      came = [...came, ...own].sort((a, b) => a.first - b.first);
      const all = chunk.firstGroup === 0 && (chunk.groups === wanted || options.enough?.() === true);
      if (all && pairsOf(came) <= request.pairs)
        pairs = holdPairs(chunk.before, came, place, request.columns);
    }
  } finally {
    await algebra.release();
  }
  if (came.length === 0) throw TailscopeError.of('nothing-counted');
  const part = came.length < drawn.length ? { counted: came.length, of: drawn.length } : undefined;
  const found = before.of(came);
  const own = corpusOfItems(plan, came.flatMap(itemsOf));
  const { sentences, tokens } = part ? own : plan.corpus;
  return {
    words: came.map(({ lemma, tests, trains }) => ({ lemma, labelled: trains.length, items: tests.length })),
    measured: Uint32Array.from(came.flatMap(({ tests }) => tests)),
    word: Uint32Array.from(came.flatMap(({ tests }, w) => tests.map(() => w))),
    before: found,
    after: after.filled ? after.of(came) : found,
    pairs,
    missing,
    truncated: own.truncated.map(({ sentence }) => sentence),
    sentences: sentences.length,
    tokens,
    part,
  };
}

const itemsOf = ({ testItems, trainItems }: SenseWord): readonly number[] => [...testItems, ...trainItems];

const pairsOf = (words: readonly SenseWord[]): number =>
  words.reduce((sum, { tests, trains }) => sum + tests.length * trains.length, 0);

/** Where the vectors of a word's items lie. */
interface Rows {
  readonly tests: readonly number[];
  readonly trains: readonly number[];
}

/** Cosines at a time. */
const BLOCK = 4e6;

/** The neighbours of all items, as their words come. */
class Collected {
  readonly neighbours: Neighbours;
  readonly #items: number;
  filled = false;

  constructor(layers: number, items: number, count: number) {
    this.#items = items;
    const size = layers * items * count;
    this.neighbours = {
      count,
      index: new Uint32Array(size).fill(NONE),
      cosine: new Float32Array(size).fill(NaN),
    };
  }

  /** Those of some words' items, as these come; the very ones where that is all. */
  of(words: readonly SenseWord[]): Neighbours {
    const { count, index, cosine } = this.neighbours;
    const items = words.flatMap(({ first, tests }) => Array.from(tests, (_, i) => first + i));
    if (items.length === this.#items) return this.neighbours;
    const layers = Array.from({ length: index.length / (this.#items * count) }, (_, layer) => layer);
    const cells = layers.flatMap((layer) =>
      items.flatMap((item) =>
        Array.from({ length: count }, (_, n) => (layer * this.#items + item) * count + n),
      ),
    );
    return {
      count,
      index: Uint32Array.from(cells, (cell) => index[cell] ?? NONE),
      cosine: Float32Array.from(cells, (cell) => cosine[cell] ?? NaN),
    };
  }

  async find(
    algebra: Algebra,
    { data, tokens, dims }: HiddenStates,
    layer: number,
    word: SenseWord,
    { tests, trains }: Rows,
  ): Promise<void> {
    const matrix = (rows: readonly number[]) => ({
      rows: rows.length,
      columns: dims,
      data: unitRows(data, layer * tokens * dims, dims, rows),
    });
    const labelled = matrix(trains);
    const step = Math.max(1, Math.floor(BLOCK / trains.length));
    for (let from = 0; from < tests.length; from += step) {
      const cosines = await algebra.product(matrix(tests.slice(from, from + step)), labelled);
      this.#put(word, layer * this.#items + word.first + from, cosines);
    }
    this.filled = true;
  }

  /** @param first cell of the first of these items */
  #put(word: SenseWord, first: number, cosines: Float32Array): void {
    const { count, index, cosine } = this.neighbours;
    const found = nearest(cosines, word.trains.length, count);
    for (let t = 0; t * found.count < found.index.length; t++) {
      const to = (first + t) * count;
      for (let n = 0; n < found.count; n++) {
        const from = t * found.count + n;
        index[to + n] = word.trains[found.index[from] ?? 0] ?? NONE;
        cosine[to + n] = found.cosine[from] ?? NaN;
      }
    }
  }
}

/** Every item with every labelled one of its word, and what a cut by downdate needs of them. */
function holdPairs(
  vectors: HiddenStates,
  words: readonly SenseWord[],
  place: (item: number) => number,
  columns: readonly number[],
): WsdResult['pairs'] {
  const left: number[] = [];
  const right: number[] = [];
  const labelled: number[] = [];
  const starts = [0];
  for (const { testItems, trainItems, trains } of words) {
    for (const test of testItems) {
      for (const [i, train] of trainItems.entries()) {
        left.push(place(test));
        right.push(place(train));
        labelled.push(trains[i] ?? NONE);
      }
      starts.push(left.length);
    }
  }
  const pairs = {
    left: Uint32Array.from(left),
    right: Uint32Array.from(right),
    weights: new Float64Array(left.length).fill(1 / left.length),
  };
  return {
    sample: cosineSample(vectors, pairs),
    columns: columnsOf(vectors, new Set(columns)),
    labelled: Uint32Array.from(labelled),
    starts: Uint32Array.from(starts),
  };
}
