import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readBeside, readText, sha256Of } from './data-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'tailscope-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

it('finds the answers beside the data', async () => {
  const data = write('x.data.txt', 'a');
  write('x.gold.txt', 'b');
  expect(await readBeside(data, '.data.txt', '.gold.txt')).toMatchObject({ name: 'x.gold.txt', text: 'b' });
});

it('says which answers are missing, or why they cannot be looked for', async () => {
  const alone = write('y.data.txt', 'a');
  await expect(readBeside(alone, '.data.txt', '.gold.txt')).rejects.toMatchObject({
    code: 'no-gold',
    sentence: 'There is no y.gold.txt beside y.data.txt.',
  });
  const other = write('z.tsv', 'a');
  await expect(readBeside(other, '.data.txt', '.gold.txt')).rejects.toMatchObject({
    code: 'no-gold',
    sentence: 'z.tsv does not end in .data.txt, so its answers cannot be found.',
  });
});

it('hashes one file as it is, and several so that any change shows', async () => {
  const one = await readText(write('a', '1'));
  const two = await readText(write('b', '2'));
  expect(sha256Of([one])).toBe(one.sha256);
  expect(sha256Of([one, two])).not.toBe(sha256Of([two, one]));
  expect(sha256Of([one, two])).toMatch(/^[\da-f]{64}$/);
});
