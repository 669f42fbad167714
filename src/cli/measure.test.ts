import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('./measure.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tailscope-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function measure(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', command, ...args], { encoding: 'utf8' });
}

describe('the command, on bad input', () => {
  const text = file('two.txt', 'One.\nTwo.\n');

  it.each([
    [
      'an experiment there is none of',
      2,
      /no experiment “heads”/,
      ['heads', '--model', folder, '--data', text],
    ],
    [
      'a file there is none of',
      1,
      /none\.txt cannot be read/,
      ['tails', '--model', folder, '--data', 'none.txt'],
    ],
    ['a folder there is none of', 1, /no folder/, ['tails', '--model', 'nowhere', '--data', text]],
    ['a folder without a model', 1, /config\.json/, ['tails', '--model', folder, '--data', text]],
    ['empty data', 1, /no sentences/, ['tails', '--model', folder, '--data', file('empty.txt', '\n\n')]],
  ])(
    'says of %s one line on standard error and nothing on standard output',
    (_, code, words, args) => {
      const { status, stdout, stderr } = measure(...args);
      expect(stderr).toMatch(words);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stdout).toBe('');
      expect(status).toBe(code);
    },
    60_000,
  );
});
