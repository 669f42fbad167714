import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/text/index.ts';
import { allSentences } from './all-sentences.ts';
import { exampleFiles, exampleText } from './example-file.ts';

const sets = allSentences();
const sentences = Object.values(sets).flat();

it('are the 640 that the README counts', () => {
  const counts = Object.entries(sets).map(([name, all]) => [name, all.length]);
  expect(Object.fromEntries(counts)).toEqual({
    wic: 120,
    wsd: 120,
    sts: 80,
    trees: 40,
    sentences: 200,
    sst: 80,
  });
});
it('no two are the same, within a set or across them', () => {
  const letters = sentences.map((sentence) => sentence.toLowerCase().replace(/[^a-z0-9]/g, ''));
  expect(letters.filter((text, i) => letters.indexOf(text) !== i)).toEqual([]);
});

describe('to the bundled model', () => {
  const models = new URL('../../public/models/', import.meta.url);
  const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, models), 'utf8'));
  const { default: id } = json('index.json') as { default: string };
  const tokenizer = createTokenizer(json(`${id}/tokenizer.json`), json(`${id}/tokenizer_config.json`), 128);
  const encoded = sentences.map((sentence) => tokenizer.encode(sentence));

  it('none has more than 40 tokens, nor one that is unknown', () => {
    encoded.forEach(({ ids, wanted }, i) => {
      expect(wanted, sentences[i]).toBeLessThanOrEqual(40);
      expect([...ids], sentences[i]).not.toContain(tokenizer.unknown);
    });
  });
  it('five words of six or more are one piece', () => {
    const isWord = (text: string) => /^[a-z]/.test(text);
    const words = encoded.flatMap(({ text, continues }) =>
      text.flatMap((token, i) => (isWord(token) && continues[i] === 0 ? [continues[i + 1] === 0] : [])),
    );
    expect(words.filter(Boolean).length / words.length).toBeGreaterThanOrEqual(5 / 6);
  });
});

describe('the files', () => {
  it('are ASCII, without carriage returns or spaces at line ends, and end their last line', () => {
    for (const path of exampleFiles()) {
      const text = exampleText(path);
      expect(text, path).toMatch(/^[\n\t\x20-\x7e]*[^\s]\n$/);
      expect(text, path).not.toMatch(/[ \t]\n/);
    }
  });
  it('are smaller than 120 kB together', () => {
    const bytes = exampleFiles().reduce((sum, path) => sum + Buffer.byteLength(exampleText(path)), 0);
    expect(bytes).toBeLessThan(120_000);
  });
});
