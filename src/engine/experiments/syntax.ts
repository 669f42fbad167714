import { at } from '../../core/at.ts';
import { TailscopeError } from '../../core/error.ts';
import { seeded, shuffled } from '../../core/random.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import type { SyntaxRequest, SyntaxResult } from '../../protocol/experiments/syntax.ts';
import { partOf } from '../corpus.ts';
import type { Item } from '../item-vectors.ts';
import { requireDimensions } from '../keep-inside.ts';
import type { Model } from '../model.ts';
import { itemChunks, type ItemPlan } from './item-chunks.ts';
import type { RunOptions } from './run-options.ts';
import { SentenceDistances } from './sentence-distances.ts';
import { WordSentences } from './word-items.ts';

/**
 * How far apart neighbouring words' vectors are, for the trees that splitting at the largest distance gives, in every sentence,
 * or in a random part of them where the pass is broken off.
 * @throws TailscopeError("no-items" | "nothing-counted" | "dimension" | "run"), or what `pause` rejects with
 * @see Luo et al. 2021, version 2
 */
export async function syntax(
  { encoder, tokenizer, runtime }: Pick<Model, 'encoder' | 'tokenizer' | 'runtime'>,
  request: SyntaxRequest,
  options: RunOptions = {},
): Promise<SyntaxResult> {
  const { columns, seed, name } = request;
  requireDimensions(columns, encoder.shape.dims);
  const read = await readWordItems(tokenizer, request, options.pause);
  const of = read.measured.length;
  if (of === 0) throw TailscopeError.of('no-items', { name, what: 'words' });
  // in a random order: those that came before a pass is broken off are then a fair sample
  const order = shuffled(of, seeded(seed));
  const groups = Array.from(order, (sentence) => read.groups[sentence] ?? []);
  const lengths = read.groups.map(({ length }) => length);
  const all = new SentenceDistances(encoder.shape.layers + 1, lengths, new Set(columns));
  let done = 0;
  for await (const chunk of itemChunks({ encoder, runtime }, { ...read, groups }, request, options)) {
    const came = order.subarray(chunk.firstGroup, chunk.firstGroup + chunk.groups);
    all.put({ ...chunk, lengths: Array.from(came, (sentence) => lengths[sentence] ?? 0) }, came);
    done += chunk.groups;
  }
  if (done === 0) throw TailscopeError.of('nothing-counted');
  const came = order.slice(0, done).sort();
  const { before, after, starts } = done < of ? all.pick(came) : all;
  const measured = came.map((sentence) => at(read.measured, sentence));
  const found = { measured, starts, before, after, missing: read.missing };
  if (done === of) return { ...found, tokens: read.corpus.tokens };
  const wanted = new Set(measured);
  const ran = partOf(read.corpus, (sentence) => wanted.has(sentence));
  return { ...found, tokens: ran.tokens, part: { counted: done, of } };
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
