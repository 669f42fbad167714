import { columnOf, likelyColumn, type ColumnOfTable, type Table } from '../datasets/index.ts';
import { lines } from '../text/lines.ts';
import { memo } from './memo.ts';
import type { SetState } from './store.ts';
import type { State, TextFile } from './state.ts';

/** Lines measured of what is typed or pasted; a dropped file has no such limit. */
export const MOST_TYPED_LINES = 200;

const NO_LINES: readonly string[] = [];
const typedLines = memo(lines);
const measured = memo((all: readonly string[]) => all.slice(0, MOST_TYPED_LINES));

/** The lines of the text area, empty ones included. */
function selectTypedLines(state: State): readonly string[] {
  return typedLines(state.typed);
}

/** The sentences to measure, one a line; none while a link's file is awaited, or where its table has no such column. */
export function selectSentences(state: State): readonly string[] {
  const { content } = state.file ?? {};
  if (isTable(content)) return selectColumn(state)?.cells ?? NO_LINES;
  if (state.file) return content ?? NO_LINES;
  return measured(selectTypedLines(state));
}

function isTable(content: TextFile['content']): content is Table {
  return content !== undefined && 'columns' in content;
}

/** The table on screen. */
export function selectTable({ file }: State): Table | undefined {
  return isTable(file?.content) ? file.content : undefined;
}

/** Name of the table's column that is read: the one chosen, or the likeliest. */
export function selectColumnName(state: State): string | undefined {
  const table = selectTable(state);
  return table && (state.column ?? likely(table));
}

/** That column; undefined where there is no table, or no such column in it. */
export function selectColumn(state: State): ColumnOfTable | undefined {
  const table = selectTable(state);
  return table && cells(table, state.column ?? likely(table));
}

const likely = memo(likelyColumn);
const cells = memo(columnOf);

/** Typed lines beyond the limit, which are kept but not measured. */
export function selectLinesOver(state: State): number {
  return state.file ? 0 : Math.max(0, selectTypedLines(state).length - MOST_TYPED_LINES);
}

const broken = memo((sentences: readonly string[]): readonly number[] =>
  sentences.flatMap((sentence, i) => (/\p{Cs}/u.test(sentence) ? [i + 1] : [])),
);

/** Lines, from 1, with half of a character (a lone surrogate), which the tokenizer reads as U+FFFD. */
export function selectBrokenLines(state: State): readonly number[] {
  return broken(selectSentences(state));
}

export interface TextActions {
  readonly type: (typed: string) => void;
  /** @param column chosen among its columns, where a link has */
  readonly openText: (file: TextFile, column?: string) => void;
  readonly chooseColumn: (column: string) => void;
  /** Back to what was typed, which a file only covers. */
  readonly closeText: () => void;
}

export function textActions(set: SetState): TextActions {
  return {
    type: (typed: string) => {
      set({ typed });
    },
    openText: (file: TextFile, column?: string) => {
      set({ file, column });
    },
    chooseColumn: (column: string) => {
      set({ column });
    },
    closeText: () => {
      set({ file: undefined, column: undefined });
    },
  };
}
