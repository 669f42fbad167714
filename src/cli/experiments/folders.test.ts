import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readArguments } from '../arguments.ts';
import { experiments } from './index.ts';

const empty = mkdtempSync(join(tmpdir(), 'tailscope-'));

it.each([
  ['sts', 'no-subsets'],
  ['wsd', 'no-lemmas'],
  ['syntax', 'no-tree-files'],
] as const)('%s tells of a folder without its files before any model is loaded: %s', async (name, code) => {
  const settings = readArguments([name, '--model', 'nowhere', '--data', empty]);
  if (settings === 'help') throw new Error('help was not asked for');
  await expect(experiments[name](settings)).rejects.toMatchObject({ code });
});
