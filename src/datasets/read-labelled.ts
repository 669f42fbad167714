import { TailscopeError } from '../core/error.ts';
import type { NamedText } from './named-text.ts';
import { rows } from './rows.ts';

/** A sentence and its class. */
export interface LabelledSentence {
  /** Of the data file, from 1. */
  readonly line: number;
  readonly sentence: string;
  readonly label: string;
}

/**
 * Reads SST-2's format: `sentence TAB label`, the names of these columns in the first line, in any order and among others.
 * @throws TailscopeError("data-format" | "no-items" | "no-column")
 * @see Socher et al. 2013
 */
export function readLabelled(data: NamedText): LabelledSentence[] {
  const [head, ...rest] = rows(data);
  if (!head) throw TailscopeError.of('no-items', { name: data.name, what: 'labels' });
  const names = head.cells.map((cell) => cell.toLowerCase());
  const [sentence, label] = ['sentence', 'label'].map((column) => {
    const at = names.indexOf(column);
    if (at >= 0) return at;
    throw TailscopeError.of('no-column', {
      name: data.name,
      line: head.line,
      column,
      columns: head.cells,
    });
  });
  return rest.map((row) => ({
    line: row.line,
    sentence: row.text(sentence ?? 0, 'sentence'),
    label: row.text(label ?? 1, 'label'),
  }));
}
