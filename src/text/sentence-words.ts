import type { Encoded } from './tokenizer.ts';
import type { WordReader, WordSpan } from './word-reader.ts';

/** A word of running text. */
export interface SentenceWord {
  /** As it is written, without the quotes, brackets and stops around it. */
  readonly form: string;
  /** Its tokens; undefined when the sentence was cut before its end. */
  readonly span: WordSpan | undefined;
}

export interface SentenceWords {
  readonly encoded: Encoded;
  /** Undefined where words and tokens do not fit together. */
  readonly words: readonly SentenceWord[] | undefined;
}

const OPENING = /^["“‘«([{¿¡*_–—-]+/;
const CLOSING = /["”’»)\]}.,;:!?…*_–—-]+$/;

/**
 * The words of a sentence: what stands between white space, less the punctuation around it ("river," is the word
 * "river"; in text that was split into words before, nothing changes). A run of punctuation alone is a word too.
 */
export function sentenceWords(reader: WordReader, sentence: string): SentenceWords {
  const chunks = sentence.split(/\s+/).filter((chunk) => chunk !== '');
  const { encoded, spans } = reader.read(chunks);
  const words = spans && chunks.map((chunk, i) => word(reader, chunk, spans[i]));
  return { encoded, words };
}

function word(reader: WordReader, chunk: string, span: WordSpan | undefined): SentenceWord {
  const opening = OPENING.exec(chunk)?.[0] ?? '';
  const form = chunk.slice(opening.length).replace(CLOSING, '');
  if (form === '') return { form: chunk, span };
  return { form, span: span && within(reader, chunk, opening, form, span) };
}

/** Where the form's tokens lie among those of its chunk; all of the chunk's where pieces reach across the edge. */
function within(reader: WordReader, chunk: string, opening: string, form: string, span: WordSpan): WordSpan {
  if (form === chunk) return span;
  const all = reader.pieces(chunk);
  const head = opening === '' ? [] : reader.pieces(opening);
  const upTo = reader.pieces(opening + form);
  const begins = (start: readonly number[]) => start.every((id, i) => all[i] === id);
  if (all.length !== span.to - span.from || !begins(head) || !begins(upTo)) return span;
  if (upTo.length <= head.length) return span;
  return { from: span.from + head.length, to: span.from + upTo.length };
}
