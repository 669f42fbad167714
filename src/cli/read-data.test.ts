import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DataSource } from './arguments.ts';
import { readData } from './read-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'tailscope-'));

const read = (data: DataSource, limit?: number, column?: string) => readData({ data, column, limit });

it('gives a file’s sentences up to the limit, and the hash of the whole file', async () => {
  const path = join(folder, 'three.txt');
  writeFileSync(path, 'One.\nTwo.\nThree.\n');
  const { linesOf, ...data } = await read({ kind: 'file', path }, 2);
  expect(data).toEqual({
    name: 'three.txt',
    sha256: 'f6aaae48e3e4748ef216ac72007655bf4f3893484ec6e737a6cec0e55a99ec9b',
    sentences: ['One.', 'Two.'],
    empty: { count: 0, lines: [] },
  });
  expect(await linesOf([1])).toEqual([2]);
});

it('says which file there is none of', async () => {
  const path = join(folder, 'none.txt');
  await expect(read({ kind: 'file', path })).rejects.toMatchObject({
    code: 'no-file',
    sentence: expect.stringContaining('none.txt') as string,
  });
});

it('takes a text typed out as it would a file', async () => {
  const path = join(folder, 'two.txt');
  writeFileSync(path, 'One.\nTwo.');
  const { linesOf, ...typed } = await read({ kind: 'text', text: 'One.\nTwo.' });
  expect({ ...typed, linesOf }).toEqual({
    ...(await read({ kind: 'file', path })),
    name: 'text',
    linesOf,
  });
  expect(await linesOf([1])).toEqual([2]);
});

it('refuses bytes that are no text', async () => {
  const path = join(folder, 'x.png');
  writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await expect(read({ kind: 'file', path })).rejects.toMatchObject({
    code: 'not-text',
    sentence: expect.stringContaining('x.png') as string,
  });
});

it('reads the column named of a spreadsheet', async () => {
  const path = join(folder, 'two.csv');
  writeFileSync(path, 'id,utterance\n1,"One, two."\n2,Three.\n');
  expect((await read({ kind: 'file', path }, undefined, 'utterance')).sentences).toEqual([
    'One, two.',
    'Three.',
  ]);
  await expect(read({ kind: 'file', path })).rejects.toMatchObject({
    code: 'no-sentence-column',
    remedy: expect.stringContaining('--column') as string,
  });
});
