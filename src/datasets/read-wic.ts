import { TailscopeError } from '../core/error.ts';
import { goldLines } from './gold-lines.ts';
import { formatError, type NamedText } from './named-text.ts';
import { rows, type Row } from './rows.ts';

/** A word in two sentences. */
export interface WicPair {
  /** Of the data file, from 1. */
  readonly line: number;
  /** As a dictionary has it; the sentences may have a form of it. */
  readonly word: string;
  /** N or V. */
  readonly kind: string;
  /** Each sentence's words. */
  readonly sentences: readonly [readonly string[], readonly string[]];
  /** The word's place in each, from 0; a place that the sentence does not have is left to the measure to tell. */
  readonly places: readonly [number, number];
  /** Whether it has the same sense in both. */
  readonly same: boolean;
}

const PLACES = /^(\d{1,9})-(\d{1,9})$/;

/**
 * Reads Word in Context: `word TAB kind TAB i-j TAB sentence TAB sentence`, the sentences split into words by spaces, and T
 * or F on each line of the gold file.
 * @throws TailscopeError("data-format" | "gold-length" | "no-items")
 * @see Pilehvar and Camacho-Collados 2019
 */
export function readWic(data: NamedText, gold: NamedText): WicPair[] {
  const found = rows(data);
  if (found.length === 0) throw TailscopeError.of('no-items', { name: data.name, what: 'pairs' });
  const answers = goldLines(gold, { name: data.name, rows: found });
  return found.map((row, i) => {
    const answer = answers[i] ?? '';
    if (answer !== 'T' && answer !== 'F') throw formatError(gold.name, i + 1, 1, 'true-or-false', answer);
    return { ...pairOf(row), same: answer === 'T' };
  });
}

function pairOf(row: Row): Omit<WicPair, 'same'> {
  row.atLeast(5, 'wic-columns');
  const places = row.text(2, 'places');
  const [, first, second] = PLACES.exec(places) ?? [];
  if (first === undefined || second === undefined) throw row.error(3, 'places', places);
  return {
    line: row.line,
    word: row.text(0, 'wic-columns'),
    kind: row.text(1, 'wic-columns'),
    sentences: [row.text(3, 'sentence').split(/\s+/), row.text(4, 'sentence').split(/\s+/)],
    places: [Number(first), Number(second)],
  };
}
