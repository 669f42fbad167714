import { TailscopeError } from '../core/error.ts';
import { goldLines } from './gold-lines.ts';
import { formatError, type NamedText } from './named-text.ts';
import { rows, type Row } from './rows.ts';

/** Two sentences and how alike people found them. */
export interface ScoredPair {
  /** Of the data file, from 1. */
  readonly line: number;
  readonly sentences: readonly [string, string];
  readonly score: number;
}

/** The pairs of one file; a set of several is scored in several ways. */
export interface ScoredSubset {
  readonly name: string;
  readonly pairs: readonly ScoredPair[];
}

/**
 * Reads pairs of sentences with a score in the format that the file has. With column names in its first line it is SICK
 * (sentence_A, sentence_B, relatedness_score) or has sentence1, sentence2 and score; without, it is the STS Benchmark: genre,
 * file, year, id, score and the sentences, with no quoting.
 * @throws TailscopeError("data-format" | "no-items" | "no-column")
 * @see Cer et al. 2017; Marelli et al. 2014
 */
export function readSts(data: NamedText): ScoredPair[] {
  const [head, ...rest] = rows(data);
  if (!head) throw TailscopeError.of('no-items', { name: data.name, what: 'pairs' });
  const named = namedColumns(data.name, head);
  const pairs = named
    ? rest.map((row) => {
        row.atLeast(Math.max(...named) + 1, 'sick-columns');
        return pairAt(row, named);
      })
    : [head, ...rest].map((row) => {
        row.atLeast(7, 'stsb-columns');
        return pairAt(row, [5, 6, 4]);
      });
  if (pairs.length === 0) throw TailscopeError.of('no-items', { name: data.name, what: 'pairs' });
  return pairs;
}

/** Columns of the two sentences and the score. */
type Columns = readonly [number, number, number];

const NAMES = [
  ['sentence_a', 'sentence_b', 'relatedness_score'],
  ['sentence1', 'sentence2', 'score'],
] as const;

/** @throws TailscopeError("no-column") where the first line names some of the columns, and not all */
function namedColumns(name: string, { line, cells }: Row): Columns | undefined {
  const lower = cells.map((cell) => cell.toLowerCase());
  for (const [first, second, score] of NAMES) {
    const columns = [lower.indexOf(first), lower.indexOf(second), lower.indexOf(score)] as const;
    if (columns.every((column) => column >= 0)) return columns;
  }
  for (const names of NAMES) {
    const column = names.find((one) => !lower.includes(one));
    if (column !== undefined && names.some((one) => lower.includes(one)))
      throw TailscopeError.of('no-column', { name, line, column, columns: cells });
  }
  return undefined;
}

function pairAt(row: Row, [first, second, score]: Columns): ScoredPair {
  return {
    line: row.line,
    sentences: [row.text(first, 'sentence'), row.text(second, 'sentence')],
    score: row.number(score, 'score'),
  };
}

/**
 * Reads one subset of STS12 to STS16 as SentEval has it: `sentence TAB sentence` (other columns are passed over), and a score
 * on each line of the gold file; a pair whose line is empty was not scored, and is left out.
 * @throws TailscopeError("data-format" | "gold-length" | "no-items")
 * @see Conneau and Kiela 2018
 */
export function readSentEval(input: NamedText, gold: NamedText): ScoredPair[] {
  const all = rows(input);
  const scores = goldLines(gold, { name: input.name, rows: all });
  const pairs = all.flatMap((row, i) => {
    const answer = scores[i] ?? '';
    if (answer === '') return [];
    const score = Number(answer);
    if (!Number.isFinite(score)) throw formatError(gold.name, i + 1, 1, 'score', answer);
    row.atLeast(2, 'sts-input-columns');
    return [{ line: row.line, sentences: pairOf(row), score }];
  });
  if (pairs.length === 0) throw TailscopeError.of('no-items', { name: input.name, what: 'pairs' });
  return pairs;
}

const pairOf = (row: Row): readonly [string, string] => [row.text(0, 'sentence'), row.text(1, 'sentence')];
