import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { expect, it, vi } from 'vitest';
import { readArguments, type Arguments } from '../arguments.ts';
import { runAll } from './run-all.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const screen = { isTTY: false, write: () => true };

function asked(...more: string[]): Arguments {
  const model = at('src/graph/fixtures/bert-f32');
  const read = readArguments(['all', '--model', model, '--json', '--limit', '6', ...more]);
  if (read === 'help') throw new Error('help');
  return read;
}

it('runs what a file is enough for, and goes on where one experiment cannot', async () => {
  const reports = v.array(
    v.looseObject({ experiment: v.string(), layers: v.optional(v.array(v.unknown())) }),
  );
  const failure = v.object({ experiment: v.string(), path: v.string(), error: v.string() });
  const shape = v.object({ experiment: v.literal('all'), reports, failures: v.array(failure) });
  const onFailure = vi.fn();
  const settings = asked('--data', at('public/examples/sst-like.tsv'), '--cut', '3');
  const found = v.parse(shape, JSON.parse(await runAll(settings, screen, onFailure)));
  const ran = found.reports.map(({ experiment }) => experiment);
  expect(ran).toEqual(expect.arrayContaining(['tails', 'anisotropy', 'contribution', 'origins']));
  // six sentences hold no word ten times
  expect(found.failures.map(({ experiment }) => experiment)).toContain('self-similarity');
  expect(onFailure).toHaveBeenCalledTimes(found.failures.length);
}, 60_000);

it('leaves out what is no treatment of vectors where a remedy is asked for, and says where there is no data', async () => {
  const { reports } = v.parse(
    v.object({ reports: v.array(v.object({ experiment: v.string() })) }),
    JSON.parse(
      await runAll(asked('--data', at('public/examples/sentences.txt'), '--remedy', 'center'), screen),
    ),
  );
  expect(reports.map(({ experiment }) => experiment)).toEqual([
    'tails',
    'anisotropy',
    'contribution',
    'geometry',
  ]);
  await expect(runAll(asked('--data', at('public/models')), screen)).rejects.toMatchObject({
    code: 'no-data-found',
  });
}, 60_000);
