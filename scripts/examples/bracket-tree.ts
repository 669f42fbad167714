/** A node of a Penn tree: a phrase with its parts, or a tag with its one word. */
export interface BracketTree {
  /** Empty at the outermost bracket, as in Penn files. */
  readonly label: string;
  readonly parts: readonly BracketTree[];
  /** The word under a tag. */
  readonly word?: string;
}

/**
 * The trees of a Penn bracket file, read strictly: this reader serves to check the examples, so it
 * allows nothing that a Penn file does not have.
 * @throws Error that says what was found, and how many trees came before it
 */
export function bracketTrees(text: string): BracketTree[] {
  const tokens = text.match(/[()]|[^()\s]+/g) ?? [];
  const trees: BracketTree[] = [];
  let at = 0;

  const fail = (problem: string): never => {
    throw new Error(`After ${trees.length} trees: ${problem}, where ${tokens[at] ?? 'the end'} is`);
  };
  const take = (expected: string): void => {
    if (tokens[at] !== expected) fail(`${expected} is missing`);
    at += 1;
  };
  const atom = (): string => (/^[^()]/.test(tokens[at] ?? '(') ? (tokens[at++] ?? '') : '');

  function node(outermost: boolean): BracketTree {
    take('(');
    const label = atom();
    if ((label === '') !== outermost) fail('a label is missing, or one too many');
    const word = atom();
    const parts: BracketTree[] = [];
    while (tokens[at] === '(') parts.push(node(false));
    if ((word === '') === (parts.length === 0)) fail(`${label} has neither one word nor parts`);
    take(')');
    return word === '' ? { label, parts } : { label, parts, word };
  }

  while (at < tokens.length) trees.push(node(true));
  return trees;
}

/** A node and all below it, from left to right. */
export const allNodes = (tree: BracketTree): BracketTree[] => [tree, ...tree.parts.flatMap(allNodes)];

/** Its tagged words from left to right, without the empty elements that only mark a place. */
export const taggedWords = (tree: BracketTree): { tag: string; word: string }[] =>
  allNodes(tree).flatMap(({ label, word }) =>
    word === undefined || label === '-NONE-' ? [] : [{ tag: label, word }],
  );

/** The sentence, as a person writes it but for the spaces around its punctuation. */
export const sentenceOf = (tree: BracketTree): string =>
  taggedWords(tree)
    .map(({ word }) => brackets[word] ?? word)
    .join(' ');

const brackets: Record<string, string> = { '-LRB-': '(', '-RRB-': ')', '``': '"', "''": '"' };
