import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { measureModel } from '../testing/measure-model.ts';

const MODEL = fileURLToPath(new URL('../../../public/models/tailscope-bert', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tailscope-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const measure = (experiment: string, path: string) => measureModel(experiment, ['--data', path], MODEL);

describe('says why there is no figure', () => {
  test('of scores that are all the same', async () => {
    const path = file('same.tsv', 'sentence1\tsentence2\tscore\nA cat.\tA dog.\t3\nA tree.\tA bee.\t3\n');
    expect(await measure('sts', path)).toMatch(/2 pairs; .*there is no correlation where all scores/s);
  });

  test('of pairs that are all of one kind, and counts one pair as one', async () => {
    const path = file('one.data.txt', 'bank\tN\t1-1\tThe bank closed .\tA bank failed .\n');
    file('one.gold.txt', 'T\n');
    const text = await measure('wic', path);
    expect(text).toContain('Best of all on this pair, chosen on it: 1.0000');
    expect(text).toContain('there is no AUC where all pairs are of one kind');
  });

  test('of one sentence, and of two', async () => {
    expect(await measure('geometry', file('one.txt', 'Hello there.\n'))).toContain('and so no anisotropy');
    const two = await measure('geometry', file('two.txt', 'Hello there.\nA cat slept.\n'));
    expect(two).toContain('fewer than three sentences there is no interval');
  });

  test('and nothing where there are all of them', async () => {
    const path = file('fine.tsv', 'sentence1\tsentence2\tscore\nA cat.\tA dog.\t3\nA tree.\tA bee.\t1\n');
    expect(await measure('sts', path)).not.toContain('Blank');
  });
});
