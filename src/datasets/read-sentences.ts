import { lines } from '../text/lines.ts';
import { SentenceReader, type LineSentence } from './sentence-reader.ts';

/**
 * The sentences of a data file, see SentenceReader; lines that have none are among them, so that they can be told.
 * @param column name of the column; "sentence" when left out
 * @throws TailscopeError("no-sentences" | "no-sentence-column" | "row-short" | "csv-quotes")
 */
export function readLineSentences(name: string, text: string, column?: string): LineSentence[] {
  const reader = new SentenceReader(name, column);
  const found: LineSentence[] = [];
  for (const line of lines(text)) found.push(...reader.push(line));
  found.push(...reader.finish());
  return found;
}

/** The sentences alone. */
export function readSentences(name: string, text: string, column?: string): string[] {
  return readLineSentences(name, text, column).flatMap(({ sentence }) => (sentence === '' ? [] : [sentence]));
}
