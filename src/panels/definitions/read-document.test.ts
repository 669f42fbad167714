import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { strings, type GlossaryEntry, type MeasureEntry } from '../../strings/index.ts';
import { placeIn, plainText, readDocument, type Block, type Words } from './read-document.ts';

const MEASURES = readFileSync(new URL('../../../docs/measures.md', import.meta.url), 'utf8');

describe('a document of definitions', () => {
  test('is read in sections, and every block as what it is', () => {
    const text =
      '# All\n\nBefore.\n\n## One\n\nA **b** and _c_ of m_s and m_t\nin `x_1 * y`, \\<s>.\n\n    a = b\n      + c\n\n- one\n  more\n- _two_\n\n| A | B |\n| - | - |\n| c | `d` |\n';
    const plain = (words: string) => ({ look: 'plain', text: words });
    expect(readDocument(text)).toEqual([
      { title: 'All', blocks: [{ kind: 'paragraph', words: [plain('Before.')] }] },
      {
        title: 'One',
        blocks: [
          {
            kind: 'paragraph',
            words: [
              plain('A '),
              { look: 'strong', text: 'b' },
              plain(' and '),
              { look: 'emphasis', text: 'c' },
              plain(' of m_s and m_t in '),
              { look: 'code', text: 'x_1 * y' },
              plain(', <s>.'),
            ],
          },
          { kind: 'formula', text: 'a = b\n  + c' },
          { kind: 'list', items: [[plain('one more')], [{ look: 'emphasis', text: 'two' }]] },
          {
            kind: 'table',
            head: [[plain('A')], [plain('B')]],
            rows: [[[plain('c')], [{ look: 'code', text: 'd' }]]],
          },
        ],
      },
    ]);
  });

  test('points at the row, the item or the paragraph that begins a definition', () => {
    const [, section] = readDocument(
      '# -\n\n## S\n\n**Alpha.** x\n\n- **beta** y\n- z\n\n| N | D |\n| - | - |\n| No | - |\n| Cosine of two | - |\n',
    );
    if (!section) throw new Error('no section');
    expect(placeIn(section, 'Alpha')).toEqual({ block: 0 });
    expect(placeIn(section, 'beta')).toEqual({ block: 1, item: 0 });
    expect(placeIn(section, 'Cosine')).toEqual({ block: 2, item: 1 });
    expect(placeIn(section, 'z')).toBeUndefined();
  });
});

describe('docs/measures.md as the page shows it', () => {
  const sections = readDocument(MEASURES);
  const wordsIn = (block: Block): readonly Words[] => {
    if (block.kind === 'paragraph') return [block.words];
    if (block.kind === 'list') return block.items;
    return block.kind === 'table' ? [...block.head, ...block.rows.flat()] : [];
  };

  test('has no mark of Markdown left over', () => {
    const shown = sections.flatMap(({ title, blocks }) => [
      title,
      ...blocks
        .flatMap(wordsIn)
        .flatMap((words) => words.filter(({ look }) => look !== 'code').map(({ text }) => text)),
    ]);
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.filter((text) => /\*\*|`|\\|^#|\]\(|(^|\s)_\w/.test(text))).toEqual([]);
  });

  test('has each table’s rows as wide as its head', () => {
    for (const block of sections.flatMap(({ blocks }) => blocks))
      if (block.kind === 'table')
        for (const row of block.rows) expect(row.map(plainText)).toHaveLength(block.head.length);
  });

  const measures = Object.entries<GlossaryEntry | MeasureEntry>(strings.glossary).flatMap(([name, entry]) =>
    'see' in entry ? [{ name, ...entry }] : [],
  );

  test.each(measures)('defines $name where its explanation says', ({ see, at }) => {
    const section = sections.find(({ title }) => title === see);
    if (!section) throw new Error(`no section “${see}”`);
    if (at !== undefined) expect(placeIn(section, at)).toBeDefined();
  });

  test.each(measures)('names the publication that $name comes from', ({ from }) => {
    const sources = sections.find(({ title }) => title === 'Sources');
    const listed = sources?.blocks.flatMap(wordsIn).map(plainText) ?? [];
    for (const [, author = '', year = ''] of from.matchAll(/(\p{Lu}\p{L}+)[^()]*\((\d{4})/gu))
      expect(listed.some((line) => line.startsWith(author) && line.includes(year))).toBe(true);
  });
});
