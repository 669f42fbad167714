import { readCorpus, type Corpus, type CorpusParts } from '../engine/index.ts';
import type { NodeModel } from '../engine/node/index.ts';
import type { Arguments, Shard } from './arguments.ts';
import type { TextSource } from './text-source.ts';

/** Sentences tokenized at a time, and letters that they have together: what the command holds of a text, however long. */
const WINDOW = { sentences: 4096, letters: 4e6 };

/** What a pass came by. */
export interface Passed {
  readonly sentences: number;
  readonly tokens: number;
  /** Numbers of the sentences that lost their end, from 0. */
  readonly truncated: readonly number[];
}

/** A text that is tokenized in windows, each when its turn comes, so that memory does not grow with it. */
export class TextWindows implements CorpusParts {
  readonly sentences: number;
  readonly #source: TextSource;
  readonly #tokenizer: NodeModel['tokenizer'];
  readonly #specials: Arguments['specials'];
  readonly #shard: Shard | undefined;
  #passed = { sentences: 0, tokens: 0, truncated: [] as number[] };

  constructor(
    source: TextSource,
    tokenizer: NodeModel['tokenizer'],
    { specials, shard }: Pick<Arguments, 'specials' | 'shard'>,
  ) {
    this.#source = source;
    this.#tokenizer = tokenizer;
    this.#specials = specials;
    this.#shard = shard;
    const { part, of } = shard ?? { part: 1, of: 1 };
    this.sentences = Math.max(0, Math.ceil((source.count - part + 1) / of));
  }

  /** Of the last pass. */
  get passed(): Passed {
    return this.#passed;
  }

  async *chunks(): AsyncGenerator<Corpus> {
    this.#passed = { sentences: 0, tokens: 0, truncated: [] };
    let window: { readonly index: number; readonly sentence: string }[] = [];
    let letters = 0;
    let index = -1;
    for await (const sentence of this.#source.read()) {
      index++;
      if (!isIn(this.#shard, index)) continue;
      window.push({ index, sentence });
      letters += sentence.length;
      if (window.length < WINDOW.sentences && letters < WINDOW.letters) continue;
      yield await this.#corpusOf(window);
      window = [];
      letters = 0;
    }
    if (window.length > 0) yield await this.#corpusOf(window);
  }

  async #corpusOf(window: readonly { readonly index: number; readonly sentence: string }[]): Promise<Corpus> {
    const texts = window.map(({ sentence }) => sentence);
    const read = await readCorpus(this.#tokenizer, texts, this.#specials);
    const numberOf = (i: number) => window[i]?.index ?? 0;
    const before = this.#passed;
    before.truncated.push(...read.truncated.map(({ sentence }) => numberOf(sentence)));
    const sentences = read.sentences.map((one) => ({
      ...one,
      index: numberOf(one.index),
      start: before.tokens + one.start,
    }));
    this.#passed = {
      sentences: before.sentences + sentences.length,
      tokens: before.tokens + read.tokens,
      truncated: before.truncated,
    };
    return { ...read, sentences };
  }
}

/** Whether a sentence is one of a shard's. */
export function isIn(shard: Shard | undefined, index: number): boolean {
  return !shard || index % shard.of === shard.part - 1;
}
