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

it('leaves out what says nothing to an experiment, says so in a line, and reports what was done', async () => {
  const shape = v.object({
    reports: v.array(
      v.object({
        experiment: v.string(),
        settings: v.object({ cut: v.array(v.number()), cutWhere: v.string(), remedy: v.string() }),
      }),
    ),
  });
  const flags = ['--cut', '3', '--cut-where', 'inside', '--remedy', 'center'];
  const settings = asked('--data', at('public/examples/sentences.txt'), ...flags);
  const lines: string[] = [];
  const telling = { isTTY: false, write: (line: string) => lines.push(line) > 0 };
  const { reports } = v.parse(shape, JSON.parse(await runAll(settings, telling)));
  const treated = { cut: [3], cutWhere: 'inside', remedy: 'center' };
  expect(reports.map((report) => [report.experiment, report.settings])).toEqual([
    ['tails', treated],
    ['anisotropy', treated],
    ['contribution', treated],
    ['geometry', treated],
    ['origins', { cut: [], cutWhere: 'after', remedy: 'none' }],
    ['position-probe', treated],
  ]);
  const line = 'without --cut and --cut-where and --remedy, which say nothing to origins\n';
  expect(lines.filter((one) => one.startsWith('without'))).toEqual([line]);
  expect(await runAll({ ...settings, json: false }, screen)).toContain(`== origins\n${line}`);
}, 60_000);

it('says where there is no data', async () => {
  await expect(runAll(asked('--data', at('public/models')), screen)).rejects.toMatchObject({
    code: 'no-data-found',
  });
});
