import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { haveRealData, realCheckpoint, realData } from '../../scripts/real-input.ts';
import { createTokenizer, createWordReader, type Tokenizer } from './index.ts';
import { lines } from './lines.ts';

const hashes = v.array(v.string());
const Fixture = v.object({
  together: v.number(),
  readings: v.array(
    v.object({
      tokenizer: v.string(),
      file: v.string(),
      lines: v.number(),
      tokens: v.number(),
      words: v.number(),
      ids: hashes,
      spans: hashes,
    }),
  ),
});
const url = (file: string) => new URL(`fixtures/${file}`, import.meta.url);
const json = (path: string | URL): unknown => JSON.parse(readFileSync(path, 'utf8'));
/** Written by `python -m models.real_lines`. */
const { together, readings } = v.parse(Fixture, json(url('real-lines.json')));

/** Columns that hold a sentence, and the lines before the first. */
const COLUMNS: Readonly<Record<string, { readonly columns: readonly number[]; readonly above: number }>> = {
  'sst2/train-10k.tsv': { columns: [0], above: 1 },
  'stsb/sts-dev.csv': { columns: [5, 6], above: 0 },
};

function sentencesOf(file: string): string[] {
  const { columns = [], above = 0 } = COLUMNS[file] ?? {};
  const rows = lines(readFileSync(realData(file), 'utf8')).slice(above);
  return rows.flatMap((row) => columns.map((column) => row.split('\t')[column] ?? ''));
}

const named = (name: string): Tokenizer => {
  const trained = name !== 'all-MiniLM-L6-v2';
  const path = trained ? url(`${name}/tokenizer.json`) : join(realCheckpoint(), 'tokenizer.json');
  return createTokenizer(json(path), undefined, 10_000);
};

function digests(all: readonly (readonly number[])[]): string[] {
  const found: string[] = [];
  for (let start = 0; start < all.length; start += together) {
    const text = all.slice(start, start + together).map((numbers) => numbers.join());
    found.push(createHash('sha256').update(text.join('\n')).digest('hex'));
  }
  return found;
}

describe.skipIf(!haveRealData).each(readings)('the $tokenizer tokenizer on $file', (reading) => {
  it(`gives Rust’s ${reading.tokens} ids for its ${reading.lines} sentences`, () => {
    const tokenizer = named(reading.tokenizer);
    const ids = sentencesOf(reading.file).map((sentence) => [...tokenizer.encode(sentence).ids]);
    expect([ids.length, ids.flat().length]).toEqual([reading.lines, reading.tokens]);
    expect(digests(ids)).toEqual(reading.ids);
  });

  it(`finds its ${reading.words} words at Rust’s places`, () => {
    const reader = createWordReader(named(reading.tokenizer));
    const sentences = sentencesOf(reading.file).map((sentence) =>
      sentence.split(' ').filter((word) => word !== ''),
    );
    expect(sentences.flat()).toHaveLength(reading.words);
    const spans = sentences.map((words) =>
      words.length === 0
        ? []
        : reader.read(words).spans?.flatMap((span) => [span?.from ?? NaN, span?.to ?? NaN]),
    );
    expect(spans.filter((span) => span === undefined)).toEqual([]);
    expect(digests(spans.map((span) => span ?? []))).toEqual(reading.spans);
  });
});
