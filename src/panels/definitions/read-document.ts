/** A stretch of a sentence in one look. */
export interface Inline {
  readonly look: 'plain' | 'strong' | 'emphasis' | 'code';
  readonly text: string;
}

export type Words = readonly Inline[];

export type Block =
  | { readonly kind: 'paragraph'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly Words[]; readonly rows: readonly (readonly Words[])[] };

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads what docs/measures.md is written in, a small part of Markdown: headings, paragraphs, lists of one level, tables,
 * indented formulas, and in a sentence strong, emphasized and code. The title of the whole is left out; what comes before the
 * first section is a section under it.
 */
export function readDocument(markdown: string): readonly Section[] {
  const [first = '', ...rest] = markdown.split(/^## /m);
  const opening = first.replace(/^# (.*)\n/, '$1\n');
  return [opening, ...rest].map((text) => {
    const end = text.indexOf('\n');
    return { title: text.slice(0, end), blocks: blocksOf(text.slice(end + 1)) };
  });
}

function blocksOf(text: string): readonly Block[] {
  return text
    .split(/\n(?:[ \t]*\n)+/)
    .map((block) => block.replace(/^\n+|\s+$/g, ''))
    .filter((block) => block !== '')
    .flatMap(blockOf);
}

function blockOf(block: string): readonly Block[] {
  if (block.startsWith('    ')) return [{ kind: 'formula', text: block.replaceAll(/^ {4}/gm, '') }];
  if (block.startsWith('|')) return [tableOf(block.split('\n'))];
  const [opening = '', ...items] = `\n${block}`.split('\n- ');
  const words = opening.trim() === '' ? [] : [{ kind: 'paragraph' as const, words: wordsOf(opening) }];
  return items.length === 0 ? words : [...words, { kind: 'list', items: items.map(wordsOf) }];
}

/** @param lines its head, the line under that, and its rows */
function tableOf([head = '', , ...rows]: readonly string[]): Block {
  const cells = (line: string): readonly Words[] =>
    line
      .replaceAll(/^\||\|\s*$/g, '')
      .split('|')
      .map(wordsOf);
  return { kind: 'table', head: cells(head), rows: rows.map(cells) };
}

/** Code, strong and emphasized stretches; underscores inside a word, as in m_s, are its own. */
const LOOKS =
  /`(?<code>[^`]+)`|\*\*(?<strong>.+?)\*\*|(?<![\p{L}\p{N}])_(?<emphasis>[^_]+)_(?![\p{L}\p{N}])/gu;

function wordsOf(text: string): Words {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  const out: Inline[] = [];
  let end = 0;
  const plain = (until: number): void => {
    // a backslash keeps the sign after it as it is
    if (until > end) out.push({ look: 'plain', text: line.slice(end, until).replaceAll(/\\(.)/g, '$1') });
  };
  for (const match of line.matchAll(LOOKS)) {
    plain(match.index);
    const { code, strong, emphasis } = match.groups ?? {};
    if (code !== undefined) out.push({ look: 'code', text: code });
    else if (strong !== undefined) out.push({ look: 'strong', text: strong });
    else if (emphasis !== undefined) out.push({ look: 'emphasis', text: emphasis });
    end = match.index + match[0].length;
  }
  plain(line.length);
  return out;
}

/** A block of a section, and an item or a row of it where it has some. */
export interface Place {
  readonly block: number;
  readonly item?: number;
}

/** Where a section defines something: the row of a table that begins so, or the text in which the words stand out first. */
export function placeIn({ blocks }: Section, at: string): Place | undefined {
  const standsOut = (words: Words): boolean =>
    words.some(({ look, text }) => look !== 'plain' && look !== 'code' && text.startsWith(at));
  for (const [block, found] of blocks.entries()) {
    if (found.kind === 'paragraph' && standsOut(found.words)) return { block };
    const item =
      found.kind === 'list'
        ? found.items.findIndex(standsOut)
        : found.kind === 'table'
          ? found.rows.findIndex(([name = []]) => plainText(name).startsWith(at))
          : -1;
    if (item >= 0) return { block, item };
  }
  return undefined;
}

/** Words without their looks. */
export function plainText(words: Words): string {
  return words.map(({ text }) => text).join('');
}
