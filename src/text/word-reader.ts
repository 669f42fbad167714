import { TOKEN_KINDS } from './kinds.ts';
import type { Encoded, Tokenizer } from './tokenizer.ts';

/** The tokens of an encoded sentence that are one word, end exclusive. */
export interface WordSpan {
  readonly from: number;
  readonly to: number;
}

/** A sentence given as words, as the model reads it. */
export interface ReadWords {
  readonly encoded: Encoded;
  /**
   * Tokens of each word; undefined for one that lost tokens because the sentence was cut to fit the model.
   * Undefined altogether where the words' own pieces do not join to the sentence's tokens.
   */
  readonly spans: readonly (WordSpan | undefined)[] | undefined;
}

export interface WordReader {
  /** @param words joined by single spaces */
  read(words: readonly string[]): ReadWords;
  /** Vocabulary indices of a text after a space, as within a sentence. */
  pieces(text: string): readonly number[];
}

const FIRST = TOKEN_KINDS.indexOf('first');
const LAST = TOKEN_KINDS.indexOf('last');
/** Words whose pieces are remembered: most of a corpus is a few thousand words over and over. */
const REMEMBERED = 20_000;

/**
 * Finds the tokens of words. The tokenizer tells no places, so each word is encoded by itself, with the space
 * before it, and the pieces must join to the whole sentence's tokens; where they do not, nothing is guessed.
 */
export function createWordReader(tokenizer: Tokenizer): WordReader {
  const known = new Map<string, readonly number[]>();
  const { kind } = tokenizer.encode('');
  const before = kind.filter((one) => one === FIRST).length;
  const after = kind.filter((one) => one === LAST).length;
  const pieces = (text: string): readonly number[] => {
    const remembered = known.get(text);
    if (remembered) return remembered;
    if (known.size >= REMEMBERED) known.clear();
    const ids = tokenizer.pieces(` ${text}`);
    known.set(text, ids);
    return ids;
  };
  return {
    pieces,
    read(words) {
      const encoded = tokenizer.encode(words.join(' '));
      // a sentence begins without a space, and some tokenizers tell the difference
      const lists = words.map((word, i) => (i === 0 ? tokenizer.pieces(word) : pieces(word)));
      const wanted = lists.reduce((sum, { length }) => sum + length, before + after);
      const spans =
        wanted === encoded.wanted ? join(encoded.ids, lists, before, encoded.ids.length - after) : undefined;
      return { encoded, spans };
    },
  };
}

function join(
  ids: Uint32Array,
  lists: readonly (readonly number[])[],
  start: number,
  end: number,
): (WordSpan | undefined)[] | undefined {
  const spans: (WordSpan | undefined)[] = [];
  let from = start;
  for (const list of lists) {
    const to = from + list.length;
    for (let i = from; i < Math.min(to, end); i++) if (ids[i] !== list[i - from]) return undefined;
    spans.push(to <= end ? { from, to } : undefined);
    from = to;
  }
  return spans;
}
