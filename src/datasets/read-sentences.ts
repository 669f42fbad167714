import { lines } from '../text/lines.ts';
import { SentenceReader } from './sentence-reader.ts';

/**
 * The sentences of a data file, see SentenceReader.
 * @param column name of the column; "sentence" when left out
 * @throws TailscopeError("no-sentences" | "no-sentence-column" | "row-short" | "csv-quotes")
 */
export function readSentences(name: string, text: string, column?: string): string[] {
  const reader = new SentenceReader(name, column);
  const sentences: string[] = [];
  for (const line of lines(text)) sentences.push(...reader.push(line));
  sentences.push(...reader.finish());
  return sentences;
}
