import type { Table } from '../datasets/index.ts';
import type { Missing } from '../protocol/experiments/missing.ts';
import { leftOutOf } from './data/sentences-of.ts';
import { memo } from './memo.ts';
import type { State } from './state.ts';
import { selectColumnName, selectSentences, selectTable } from './text.ts';

const NONE: readonly Missing[] = [];

const ofTable = memo((table: Table, column: string | undefined) => leftOutOf(table, column ?? ''));
const ofLines = memo((lines: readonly string[]) =>
  lines.flatMap((line, i): Missing[] =>
    line.trim() === '' ? [{ from: String(i + 1), why: 'no-sentence' }] : [],
  ),
);

/** Lines of the file on screen that give no sentence, and why; none of what is typed, where an empty line is only space. */
export function selectTextLeftOut(state: State): readonly Missing[] {
  if (!state.file) return NONE;
  const table = selectTable(state);
  return table ? ofTable(table, selectColumnName(state)) : ofLines(selectSentences(state));
}

/** Line of the text that a sentence is on, from 1, by its number among those of selectSentences. */
export function selectLineOf(state: State): (sentence: number) => number {
  return lineOf(selectTable(state)?.lines);
}

const lineOf = memo(
  (lines: readonly number[] | undefined) =>
    (sentence: number): number =>
      lines?.[sentence] ?? sentence + 1,
);
