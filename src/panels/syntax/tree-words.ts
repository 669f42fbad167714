import { decimal } from '../../charts/scale/format.ts';
import type { Table } from '../../charts/table.ts';
import { bracketScore } from '../../measures/bracket-score.ts';
import { strings } from '../../strings/index.ts';

type Span = readonly [from: number, to: number];
const words = strings.syntaxView.drawing;

/** The words of a constituent. */
export function bracketText([from, to]: Span, sentence: readonly string[]): string {
  return sentence.slice(from, to).join(' ');
}

/** The words of each constituent, to be read in a row. */
export function bracketTexts(spans: readonly Span[], sentence: readonly string[]): string {
  return spans.map((span) => bracketText(span, sentence)).join('; ');
}

/** F1 x 100 as text, and how many of the gold constituents a tree has. */
export function goldFound(
  spans: readonly Span[],
  gold: readonly Span[],
): { readonly f1: string; readonly matched: number } {
  const own = new Set(spans.map(String));
  const matched = gold.filter((span) => own.has(String(span))).length;
  return { f1: decimal(100 * bracketScore(spans, gold), 2), matched };
}

/** Constituents of the second that the first has not. */
export function newBrackets(before: readonly Span[], after: readonly Span[]): number {
  const known = new Set(before.map(String));
  return after.filter((span) => !known.has(String(span))).length;
}

/** Every constituent, and which of the trees has it. */
export function treeTable(
  sentence: readonly string[],
  before: readonly Span[],
  after: readonly Span[] | undefined,
  gold: readonly Span[] | undefined,
): Table {
  const trees = [before, after, gold];
  const given = trees.flatMap((spans) => (spans ? [new Set(spans.map(String))] : []));
  const all = new Map(trees.flatMap((spans) => spans ?? []).map((span) => [String(span), span]));
  const ordered = [...all.values()].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return {
    columns: words.columns.filter((_, i) => i === 0 || trees[i - 1] !== undefined),
    rows: ordered.map((span) => [
      bracketText(span, sentence),
      ...given.map((spans) => (spans.has(String(span)) ? words.yes : words.no)),
    ]),
  };
}
