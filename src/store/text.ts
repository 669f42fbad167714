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

/** The sentences to measure, one a line; none while a link's file is awaited. */
export function selectSentences(state: State): readonly string[] {
  if (state.file) return state.file.lines ?? NO_LINES;
  return measured(selectTypedLines(state));
}

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
  readonly openText: (file: TextFile) => void;
  /** Back to what was typed, which a file only covers. */
  readonly closeText: () => void;
}

export function textActions(set: SetState): TextActions {
  return {
    type: (typed: string) => {
      set({ typed });
    },
    openText: (file: TextFile) => {
      set({ file });
    },
    closeText: () => {
      set({ file: undefined });
    },
  };
}
