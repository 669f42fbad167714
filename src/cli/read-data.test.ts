import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readData } from './read-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'tailscope-'));

it('gives a file’s sentences up to the limit, and the hash of the whole file', async () => {
  const path = join(folder, 'three.txt');
  writeFileSync(path, 'One.\nTwo.\nThree.\n');
  expect(await readData({ kind: 'file', path }, 2)).toEqual({
    name: 'three.txt',
    sha256: 'f6aaae48e3e4748ef216ac72007655bf4f3893484ec6e737a6cec0e55a99ec9b',
    sentences: ['One.', 'Two.'],
  });
});

it('says which file there is none of', async () => {
  const path = join(folder, 'none.txt');
  await expect(readData({ kind: 'file', path }, undefined)).rejects.toMatchObject({
    code: 'no-file',
    sentence: expect.stringContaining('none.txt') as string,
  });
});

it('takes a text typed out as it would a file', async () => {
  const path = join(folder, 'two.txt');
  writeFileSync(path, 'One.\nTwo.');
  const typed = await readData({ kind: 'text', text: 'One.\nTwo.' }, undefined);
  expect(typed).toEqual({ ...(await readData({ kind: 'file', path }, undefined)), name: 'text' });
});

it('refuses bytes that are no text', async () => {
  const path = join(folder, 'x.png');
  writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await expect(readData({ kind: 'file', path }, undefined)).rejects.toMatchObject({
    code: 'not-text',
    sentence: expect.stringContaining('x.png') as string,
  });
});
