import { TailscopeError } from '../../core/error.ts';
import type { HiddenStates } from '../../core/hidden-states.ts';
import { seeded } from '../../core/random.ts';
import { anisotropy } from '../../measures/anisotropy.ts';
import { chooseWords, type ChosenWord } from '../../measures/choose-words.ts';
import { columnsOf, cosineSample } from '../../measures/cosine-sample.ts';
import { ExpectedCosine } from '../../measures/expected-cosine.ts';
import { pairsWithin } from '../../measures/pairs-within.ts';
import { UnitSums } from '../../measures/unit-sums.ts';
import type {
  SelfSimilarityRequest,
  SelfSimilarityResult,
} from '../../protocol/experiments/self-similarity.ts';
import { inOnePart, partOf } from '../corpus.ts';
import { sampleOf } from '../corpus-pass.ts';
import { ItemIndex, ItemVectors, type Item, type ItemRows } from '../item-vectors.ts';
import { requireFinite } from '../require-finite.ts';
import { requireDimensions } from '../keep-inside.ts';
import { meanOfRows } from '../mean-of-rows.ts';
import type { Model } from '../model.ts';
import { readWords, type WordCorpus } from './read-words.ts';
import { wordsThatCame, type CountedWords, type WordsOfText } from './words-that-came.ts';
import type { RunOptions } from './run-options.ts';
import { treatedPass } from './treated-pass.ts';

/**
 * The mean cosine of words' own vectors in different sentences, beside that of any two tokens. Occurrences are
 * folded in as they come; vectors are kept only of as many as the request's pairs need. A pass that is broken off answers with
 * the sentences that it came by, which are a random part of the text, and with the words that are in enough of these.
 * @throws TailscopeError("empty-text" | "no-words" | "nothing-counted" | "dimension" | "run"), or what `pause` rejects with
 * @see Ethayarajh 2019; docs/measures.md, "Words"
 */
export async function selfSimilarity(
  model: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: SelfSimilarityRequest,
  options: RunOptions = {},
): Promise<{ readonly result: SelfSimilarityResult; readonly held: HiddenStates }> {
  const folded = await foldSelfSimilarity(model, request, options);
  const { of, unread, before, after, unmeasured, truncated, sentences, tokens } = folded;
  const part = sentences < of ? { counted: sentences, of } : undefined;
  const { words, eligible, means, kept, pairs } = part ? wordsThatCame(folded, request) : wholeOf(folded);
  if (words.length === 0) throw TailscopeError.of('nothing-counted');
  const result: SelfSimilarityResult = {
    words,
    eligible,
    before: means(before.words),
    after: means(after.words),
    anisotropyBefore: before.anisotropy(),
    anisotropyAfter: after.anisotropy(),
    pairs: {
      sample: cosineSample(kept, pairs),
      columns: columnsOf(kept, new Set(request.columns)),
    },
    starts: pairs.starts,
    pairsComplete: pairs.complete,
    unread,
    unmeasured,
    truncated,
    sentences,
    tokens,
    part,
  };
  return { result, held: kept };
}

function wholeOf({ words, eligible, kept, pairs }: FoldedSelfSimilarity): CountedWords {
  return { words, eligible, kept, pairs, means: (sums) => sums.meanCosines() };
}

/** What a self-similarity follows from; of a part of a text, what is added to that of the other parts. */
export interface FoldedSelfSimilarity
  extends
    Pick<
      SelfSimilarityResult,
      'words' | 'eligible' | 'unread' | 'unmeasured' | 'truncated' | 'sentences' | 'tokens'
    >,
    WordsOfText {
  /** Sentences that were asked for; fewer came where the pass was broken off. */
  readonly of: number;
  readonly before: WordFold;
  /** The very `before` when the treatment does nothing. */
  readonly after: WordFold;
}

/**
 * Folds the vectors of a text's words, or of those in some of its sentences: which words count is said by the whole text in
 * any case.
 * @param isPart whether a sentence is one of them, by its number; all when left out
 * @throws TailscopeError("empty-text" | "no-words" | "dimension" | "run"), or what `pause` rejects with
 */
export async function foldSelfSimilarity(
  { encoder, tokenizer, runtime }: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: SelfSimilarityRequest,
  options: RunOptions = {},
  isPart: (sentence: number) => boolean = () => true,
): Promise<FoldedSelfSimilarity> {
  const { dims } = encoder.shape;
  const layers = encoder.shape.layers + 1;
  requireDimensions(request.columns, dims);
  const read = await readWords(tokenizer, request.sentences, request.specials, options.pause);
  const { corpus, unread } = read;
  if (corpus.tokens === 0) throw TailscopeError.of('empty-text');
  const random = seeded(request.seed);
  // a word without tokens has no vector; the empty form is no word
  const forms = read.words.map((all) =>
    all.map(({ form, span }) => (span && span.to > span.from ? form : '')),
  );
  const { words, eligible } = chooseWords(forms, request, random);
  if (words.length === 0) throw TailscopeError.of('no-words', { least: request.least });

  const occurrences = words.flatMap(({ places }) => places);
  const groups = Uint32Array.from(words.flatMap(({ places }, word) => places.map(() => word)));
  const index = new ItemIndex(occurrences.map((place) => itemAt(read, place)));
  const pairs = pairsWithin(
    words.map(({ places }) => places.length),
    request.pairs,
    random,
  );
  const kept = new ItemVectors(pairs.items.length, layers, dims);
  const keptPlaces = placesOf(words, pairs.items);

  const before = new WordFold(layers, words.length, dims);
  const after = new WordFold(layers, words.length, dims);
  const asked = partOf(corpus, isPart);
  const text = inOnePart(sampleOf(asked, request.stopAt, seeded(request.seed)));
  const how = { ...options, random: seeded(request.seed) };
  const came = new Set<number>();
  for await (const batch of treatedPass({ encoder, runtime }, text, request.treatment, how)) {
    for (const sentence of batch.sentences) came.add(sentence.index);
    const rows = [...index.in(batch)];
    before.add(batch.states, batch.starts, rows, groups);
    if (batch.treated !== batch.states) after.add(batch.treated, batch.starts, rows, groups);
    for (const one of rows) {
      const place = keptPlaces.get(one.item);
      if (place !== undefined) kept.add(batch.states, { item: place, rows: one.rows });
    }
  }

  const part = came.size < asked.sentences.length ? partOf(asked, (sentence) => came.has(sentence)) : asked;
  return {
    words: words.map(({ form, places }) => ({ form, occurrences: places.length })),
    eligible,
    unread,
    before,
    after: after.tokens.sentences > 0 ? after : before,
    pairs,
    kept: kept.vectors,
    chosen: words,
    forms,
    came,
    of: asked.sentences.length,
    unmeasured: part.unmeasured,
    truncated: part.truncated.map(({ sentence }) => sentence),
    sentences: part.sentences.length,
    tokens: part.tokens,
  };
}

/** What is folded up of one condition: the vectors of words, and those of any tokens. */
export class WordFold {
  readonly words: UnitSums;
  readonly tokens: ExpectedCosine;
  readonly #layers: number;
  readonly #mean: Float64Array;

  constructor(layers: number, words: number, dims: number) {
    this.words = new UnitSums(layers, words, dims);
    this.tokens = new ExpectedCosine(layers, dims);
    this.#layers = layers;
    this.#mean = new Float64Array(dims);
  }

  add(states: HiddenStates, starts: Uint32Array, items: readonly ItemRows[], groups: Uint32Array): void {
    const { tokens, dims, data } = states;
    for (let layer = 0; layer < this.#layers; layer++) {
      for (let s = 0; s + 1 < starts.length; s++) {
        const first = starts[s] ?? 0;
        const length = (starts[s + 1] ?? 0) - first;
        this.tokens.addSentence(layer, data, (layer * tokens + first) * dims, length);
      }
      for (const { item, rows } of items) {
        const mean = meanOfRows(states, layer, rows, this.#mean);
        requireFinite(mean, layer);
        this.words.add(layer, groups[item] ?? 0, mean, 0);
      }
    }
  }

  anisotropy(): Float64Array | undefined {
    const contribution = this.tokens.contribution();
    return contribution && anisotropy(contribution, this.#layers);
  }
}

function itemAt(
  { words }: WordCorpus,
  { sentence, word }: { readonly sentence: number; readonly word: number },
): Item {
  return { sentence, tokens: words[sentence]?.[word]?.span ?? { from: 0, to: 0 } };
}

/** Number of each kept occurrence among all, and its place among the kept. */
function placesOf(
  words: readonly ChosenWord[],
  items: readonly { readonly group: number; readonly member: number }[],
): Map<number, number> {
  let next = 0;
  const firsts = words.map(({ places }) => (next += places.length) - places.length);
  return new Map(items.map(({ group, member }, place) => [(firsts[group] ?? 0) + member, place]));
}
