import { describe, expect, it } from 'vitest';
import { readCorpus, type Sentence } from '../engine/index.ts';
import { FakeModel } from '../engine/testing/fake-model.ts';
import type { Shard } from './arguments.ts';
import { textSource } from './text-source.ts';
import { TextWindows } from './text-windows.ts';

const { tokenizer } = new FakeModel();
// more than a window; the fake tokenizer's words are numbers
const text = Array.from({ length: 5000 }, (_, i) => (i % 7 === 3 ? '4 5 6' : '7 8')).join('\n');

async function windowsOf(shard: Shard | undefined, limit?: number) {
  const source = await textSource({ data: { kind: 'text', text }, column: undefined, limit });
  const windows = new TextWindows(source, tokenizer, { specials: 'include', shard });
  const read = async () => {
    const found: Sentence[][] = [];
    for await (const { sentences } of windows.chunks()) found.push([...sentences]);
    return found;
  };
  return { windows, read };
}

describe('a text in windows', () => {
  it('is the same sentences as in one piece, with the same numbers, as often as it is asked for', async () => {
    const whole = await readCorpus(tokenizer, text.split('\n'), 'include');
    const { windows, read } = await windowsOf(undefined);
    const found = await read();
    expect(found.map(({ length }) => length)).toEqual([4096, 904]);
    const told = (all: readonly Sentence[]) =>
      all.map(({ index, start, measured, encoded }) => [index, start, measured.length, encoded.ids[0]]);
    expect(told(found.flat())).toEqual(told(whole.sentences));
    expect(windows).toMatchObject({
      sentences: 5000,
      passed: { sentences: 5000, tokens: whole.tokens, truncated: [] },
    });
    expect(told((await read()).flat())).toEqual(told(whole.sentences));
    expect(windows.passed.sentences).toBe(5000);
  });

  it('has in shards each sentence once, at its place in the text', async () => {
    const indices: number[] = [];
    for (const part of [1, 2, 3]) {
      const { windows, read } = await windowsOf({ part, of: 3 });
      const own = (await read()).flat().map(({ index }) => index);
      expect(own).toHaveLength(windows.sentences);
      indices.push(...own);
    }
    expect(indices.sort((a, b) => a - b)).toEqual(Array.from({ length: 5000 }, (_, i) => i));
  });

  it('ends at the limit', async () => {
    const { windows, read } = await windowsOf(undefined, 10);
    expect((await read()).flat()).toHaveLength(10);
    expect(windows.sentences).toBe(10);
  });
});
