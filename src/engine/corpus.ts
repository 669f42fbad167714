import type { Truncation } from '../protocol/text.ts';
import type { Encoded, Tokenizer } from '../text/index.ts';
import { TOKEN_KINDS } from '../text/index.ts';

/** A sentence as the model reads it, and which of its tokens are measured. */
export interface Sentence {
  /** Its place in the text it came from. */
  readonly index: number;
  readonly encoded: Encoded;
  /** Positions of its measured tokens. */
  readonly measured: Uint32Array;
  /** Number of its first measured token among those of the whole text. */
  readonly start: number;
}

/** A text, tokenized. Measured tokens are numbered through, sentence by sentence. */
export interface Corpus {
  /** Those with at least one measured token. */
  readonly sentences: readonly Sentence[];
  /** Measured tokens. */
  readonly tokens: number;
  readonly truncated: readonly Truncation[];
  /** Places of sentences that have text, and no token that is measured. */
  readonly unmeasured: readonly number[];
  /** Measured tokens that stand for what the tokenizer has no pieces for. */
  readonly unknown: number;
}

/** A text in parts that are tokenized when their turn comes, and that can be passed several times: as long as it likes. */
export interface CorpusParts {
  /** Sentences in all, as far as that is known before they are tokenized. */
  readonly sentences: number;
  readonly chunks: () => AsyncIterable<Corpus> | Iterable<Corpus>;
}

export function inOnePart(corpus: Corpus): CorpusParts {
  return { sentences: corpus.sentences.length, chunks: () => [corpus] };
}

/** The sentences of a corpus that are wanted, with the numbers that they have in it. */
export function partOf(corpus: Corpus, isWanted: (sentence: number) => boolean): Corpus {
  const sentences = corpus.sentences.filter(({ index }) => isWanted(index));
  return {
    ...corpus,
    sentences,
    tokens: sentences.reduce((sum, { measured }) => sum + measured.length, 0),
    truncated: corpus.truncated.filter(({ sentence }) => isWanted(sentence)),
    unmeasured: corpus.unmeasured.filter(isWanted),
  };
}

const WORD = TOKEN_KINDS.indexOf('word');
/** Sentences tokenized without a pause: some 5 ms. */
const STRETCH = 200;

/** What there is to say of sentences besides what they measure. */
export class Remarks {
  readonly #unknownId: number | undefined;
  readonly #truncated: Truncation[] = [];
  #unknown = 0;

  constructor(tokenizer: Tokenizer) {
    this.#unknownId = tokenizer.unknown;
  }

  add({ index, encoded, measured }: Omit<Sentence, 'start'>): void {
    const kept = encoded.ids.length;
    if (encoded.wanted > kept) this.#truncated.push({ sentence: index, tokens: encoded.wanted, kept });
    if (this.#unknownId === undefined) return;
    for (const i of measured) if (encoded.ids[i] === this.#unknownId) this.#unknown++;
  }

  /** In the order of the text. */
  get truncated(): readonly Truncation[] {
    return [...this.#truncated].sort((a, b) => a.sentence - b.sentence);
  }

  /** Measured tokens that stand for what the tokenizer has no pieces for. */
  get unknown(): number {
    return this.#unknown;
  }
}

/** Puts a corpus together from sentences that are already tokens, in the order of their numbers. */
export class CorpusBuilder {
  readonly #specials: 'include' | 'exclude';
  readonly #remarks: Remarks;
  readonly #sentences: Sentence[] = [];
  readonly #unmeasured: number[] = [];
  #tokens = 0;

  /** @param specials whether special tokens are measured; they are always fed to the model */
  constructor(tokenizer: Tokenizer, specials: 'include' | 'exclude') {
    this.#specials = specials;
    this.#remarks = new Remarks(tokenizer);
  }

  /** @param index its place in the text it came from */
  add(index: number, encoded: Encoded): void {
    const measured = Uint32Array.from(encoded.ids.keys()).filter(
      (i) => this.#specials === 'include' || encoded.kind[i] === WORD,
    );
    this.#remarks.add({ index, encoded, measured });
    if (measured.length === 0) {
      this.#unmeasured.push(index);
      return;
    }
    this.#sentences.push({ index, encoded, measured, start: this.#tokens });
    this.#tokens += measured.length;
  }

  finish(): Corpus {
    return {
      sentences: this.#sentences,
      tokens: this.#tokens,
      truncated: this.#remarks.truncated,
      unmeasured: this.#unmeasured,
      unknown: this.#remarks.unknown,
    };
  }
}

/**
 * @param sentences empty ones are skipped
 * @param specials whether special tokens are measured; they are always fed to the model
 * @param pause awaited now and then
 */
export async function readCorpus(
  tokenizer: Tokenizer,
  sentences: readonly string[],
  specials: 'include' | 'exclude',
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Corpus> {
  const corpus = new CorpusBuilder(tokenizer, specials);
  for (const [index, sentence] of sentences.entries()) {
    if (index > 0 && index % STRETCH === 0) await pause();
    if (sentence.trim() !== '') corpus.add(index, tokenizer.encode(sentence));
  }
  return corpus.finish();
}
