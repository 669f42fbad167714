import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { strings } from '../strings/index.ts';
import { textSource } from './text-source.ts';

const path = join(mkdtempSync(join(tmpdir(), 'tailscope-')), 'a.txt');
writeFileSync(path, '\none\n\n two\n\nthree\n');
const asked = { data: { kind: 'file', path }, column: undefined } as const;

it('counts and names the lines that have no sentence, up to the last that is read', async () => {
  expect(await textSource({ ...asked, limit: undefined })).toMatchObject({
    count: 3,
    empty: { count: 3, lines: [1, 3, 5] },
  });
  expect(await textSource({ ...asked, limit: 2 })).toMatchObject({
    count: 2,
    empty: { count: 2, lines: [1, 3] },
  });
  expect(strings.cli.empty({ count: 120, lines: [1, 3, 5, 7, 9, 11] })).toBe(
    '120 left out (lines 1, 3, 5, 7, 9 and 115 more): there is no sentence there',
  );
});

it('finds the lines that sentences are on', async () => {
  const { linesOf, read } = await textSource({ ...asked, limit: undefined });
  const sentences: string[] = [];
  for await (const sentence of read()) sentences.push(sentence);
  expect(sentences).toEqual(['one', 'two', 'three']);
  expect(await linesOf([0, 2])).toEqual([2, 6]);
  expect(await linesOf([])).toEqual([]);
});
