import { TailscopeError } from '../../core/error.ts';
import type { HiddenStates } from '../../core/hidden-states.ts';
import type { Column } from '../../measures/cosine-sample.ts';
import { DISTANCES, distanceSample, distancesOf, type Distance } from '../../measures/neighbour-distances.ts';
import type { Pairs } from '../../measures/pairs.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import type { SyntaxRequest, SyntaxResult } from '../../protocol/experiments/syntax.ts';
import type { Item } from '../item-vectors.ts';
import { requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { itemChunks, type ItemPlan } from './item-chunks.ts';
import type { RunOptions } from './run-options.ts';
import { WordSentences } from './word-items.ts';

/**
 * How far apart neighbouring words' vectors are, for the trees that splitting at the largest distance gives.
 * @throws TailscopeError("no-items" | "dimension" | "run"), or what `pause` rejects with
 * @see Luo et al. 2021, version 2
 */
export async function syntax(
  { encoder, tokenizer, runtime }: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: SyntaxRequest,
  options: RunOptions = {},
): Promise<SyntaxResult> {
  const layers = encoder.shape.layers + 1;
  requireDimensions(request.columns, encoder.shape.dims);
  const read = await readWordItems(tokenizer, request, options.pause);
  const { measured, groups, missing } = read;
  if (measured.length === 0) throw TailscopeError.of('no-items', { name: request.name, what: 'words' });
  const whole = neighbours(groups);
  const collected = new Collected(layers, whole, request.columns);
  for await (const chunk of itemChunks({ encoder, runtime }, read, request, options)) {
    const own = groups.slice(chunk.firstGroup, chunk.firstGroup + chunk.groups);
    const firstItem = own[0]?.[0] ?? 0;
    collected.put(chunk.before, chunk.after, neighbours(own), {
      item: firstItem,
      // a sentence has one neighbour fewer than words
      pair: firstItem - chunk.firstGroup,
    });
  }
  return {
    measured: Uint32Array.from(measured),
    starts: startsOf(groups),
    before: collected.before,
    after: collected.after,
    missing,
    tokens: read.corpus.tokens,
  };
}

interface ReadWordItems extends ItemPlan {
  readonly measured: readonly number[];
  readonly missing: readonly Missing[];
}

/** Every word of the sentences as an item; sentences of which a word has no tokens are left out whole. */
async function readWordItems(
  tokenizer: Model['tokenizer'],
  { sentences }: SyntaxRequest,
  pause: RunOptions['pause'],
): Promise<ReadWordItems> {
  const words = await WordSentences.read(tokenizer, sentences, pause);
  const items: Item[] = [];
  const groups: number[][] = [];
  const measured: number[] = [];
  const missing: Missing[] = [];
  for (const [sentence, all] of sentences.entries()) {
    const spans = all.map((_, place) => words.tokens(sentence, place, place + 1));
    const why = all.length < 2 ? 'no-place' : spans.find((tokens) => typeof tokens === 'string');
    if (why !== undefined) {
      missing.push({ from: String(sentence + 1), why });
      continue;
    }
    measured.push(sentence);
    groups.push(spans.map((_, i) => items.length + i));
    for (const tokens of spans) if (typeof tokens !== 'string') items.push({ sentence, tokens });
  }
  return { corpus: words.corpus, items, groups, measured, missing };
}

/** Each word with the next, numbered from the first word of the groups. */
function neighbours(groups: readonly (readonly number[])[]): Pairs {
  const first = groups[0]?.[0] ?? 0;
  const left = Uint32Array.from(
    groups.flatMap((group) => group.slice(0, -1)),
    (item) => item - first,
  );
  return {
    left,
    right: left.map((item) => item + 1),
    weights: new Float64Array(left.length).fill(1 / left.length),
  };
}

function startsOf(groups: readonly (readonly number[])[]): Uint32Array {
  let end = 0;
  return Uint32Array.from([0, ...groups.map(({ length }) => (end += length - 1))]);
}

/** The distances of all sentences, as they come. */
class Collected {
  readonly before: SyntaxResult['before'];
  readonly after: Record<Distance, Float64Array>;
  readonly #columns = new Map<number, Column>();

  constructor(layers: number, pairs: Pairs, columns: readonly number[]) {
    const items = (pairs.right.at(-1) ?? -1) + 1;
    const size = layers * pairs.left.length;
    for (const dim of new Set(columns)) this.#columns.set(dim, new Float32Array(layers * items));
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

  /** @param at where the first word and the first pair of the part go */
  put(
    before: HiddenStates,
    after: HiddenStates,
    pairs: Pairs,
    at: { readonly item: number; readonly pair: number },
  ): void {
    const part = distanceSample(before, pairs, this.#columns.keys());
    const treated = after === before ? part : distanceSample(after, pairs, []);
    const { sample, absolute, square } = this.before;
    const byPair = rows(sample.left.length, pairs.left.length, at.pair, sample.layers);
    const byItem = rows(sample.items, before.tokens, at.item, sample.layers);
    byPair(part.sample.dots, sample.dots);
    byPair(part.absolute, absolute);
    byPair(part.square, square);
    byItem(part.sample.squares, sample.squares);
    for (const [dim, column] of part.columns) {
      const into = this.#columns.get(dim);
      if (into) byItem(column, into);
    }
    for (const kind of DISTANCES) byPair(distancesOf(kind, treated, []), this.after[kind]);
  }
}

/** Copies [layers, part] to its place in [layers, whole]. */
function rows(whole: number, part: number, first: number, layers: number) {
  return <A extends Float32Array | Float64Array>(from: A, to: A): void => {
    for (let layer = 0; layer < layers; layer++)
      to.set(from.subarray(layer * part, (layer + 1) * part), layer * whole + first);
  };
}
