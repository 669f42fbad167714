import { TailscopeError } from '../core/error.ts';
import type { DataExpectation } from '../strings/index.ts';
import { formatError, type NamedText } from './named-text.ts';

/** A constituent: a word with its tag, or a label over parts. */
export type Tree =
  | { readonly label: string; readonly word: string }
  | { readonly label: string; readonly parts: readonly Tree[] };

interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A constituent under way. */
interface Open {
  readonly at: Token;
  label: string;
  word: string | undefined;
  readonly parts: Tree[];
}

/**
 * Reads trees in Penn brackets, `(S (NP (DT The) (NN ferry)) (VP (VBD left)))`, laid out over lines in any way; a bracket
 * around a tree may have no label.
 * @throws TailscopeError("data-format" | "no-items")
 * @see Marcus, Santorini and Marcinkiewicz 1993
 */
export function readTrees({ name, text }: NamedText): Tree[] {
  const fail = ({ line, column }: Token, expected: DataExpectation, found: string) =>
    formatError(name, line, column, expected, found);
  const trees: Tree[] = [];
  const open: Open[] = [];
  let before: Token | undefined;
  for (const token of tokens(text)) {
    const within = open.at(-1);
    if (token.text === '(') {
      if (within?.word !== undefined) throw fail(token, 'one-word', token.text);
      open.push({ at: token, label: '', word: undefined, parts: [] });
    } else if (!within) {
      throw fail(token, 'open-bracket', token.text);
    } else if (token.text === ')') {
      open.pop();
      const tree = closed(within);
      if (!tree) throw fail(token, 'tree-part', token.text);
      const outer = open.at(-1);
      (outer ? outer.parts : trees).push(tree);
    } else if (before?.text === '(') {
      within.label = token.text;
    } else if (within.word !== undefined || within.parts.length > 0) {
      throw fail(token, within.parts.length > 0 ? 'tree-end' : 'one-word', token.text);
    } else {
      within.word = token.text;
    }
    before = token;
  }
  const [unclosed] = open;
  if (unclosed) throw fail(unclosed.at, 'tree-end', '');
  if (trees.length === 0) throw TailscopeError.of('no-items', { name, what: 'trees' });
  return trees;
}

function closed({ label, word, parts }: Open): Tree | undefined {
  if (word !== undefined) return { label, word };
  return parts.length > 0 ? { label, parts } : undefined;
}

function* tokens(text: string): Generator<Token> {
  for (const [l, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries())
    for (const match of line.matchAll(/[()]|[^\s()]+/g))
      yield { text: match[0], line: l + 1, column: match.index + 1 };
}
