import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { mergeShards } from './merge.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const model = fileURLToPath(new URL('../../graph/fixtures/bert-f32', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tailscope-'));
const text = join(folder, 'text.txt');
writeFileSync(
  text,
  Array.from({ length: 13 }, (_, i) => `The ${'old '.repeat(i % 4)}boat ${i} came home.`).join('\n'),
);

function measure(...args: string[]): string {
  const command = [
    '--import',
    'tsx',
    'src/cli/measure.ts',
    ...args,
    '--model',
    model,
    '--data',
    text,
    '--json',
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    cwd: repository,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function shard(experiment: string, part: string, ...args: string[]): string {
  const path = join(
    folder,
    `${experiment}-${part.replace('/', '-')}-${args.join('-').replaceAll(/\W/g, '')}.json`,
  );
  writeFileSync(path, measure(experiment, '--shard', part, ...args));
  return path;
}

const withoutSeconds = (report: string): object => ({
  ...(JSON.parse(report) as object),
  seconds: undefined,
});

describe.each(['tails', 'anisotropy', 'contribution', 'self-similarity', 'geometry'])(
  'the shards of %s',
  (experiment) => {
    it('put together, in any order, are the single pass', async () => {
      const cut = ['--cut', '3'];
      const shards = ['2/3', '1/3', '3/3'].map((part) => shard(experiment, part, ...cut));
      const merged = withoutSeconds(await mergeShards(shards, true));
      expect(merged).toEqual(withoutSeconds(measure(experiment, ...cut)));
      expect(await mergeShards(shards, false)).toContain('13 sentences');
    }, 60_000);
  },
);

it.each([
  ['a cut inside the network', ['--cut', '3', '--cut-where', 'inside']],
  ['one cut against another', ['--cut', '3', '--against-cut', '4']],
])(
  'the shards of a geometry with %s are the single pass',
  async (_, args) => {
    const shards = ['1/2', '2/2'].map((part) => shard('geometry', part, ...args));
    const merged = withoutSeconds(await mergeShards(shards, true));
    expect(merged).toEqual(withoutSeconds(measure('geometry', ...args)));
  },
  60_000,
);

it('a shard of the geometry has half of the products of dimensions: the other half is the same', async () => {
  const report = JSON.parse(await readFile(shard('geometry', '1/2'), 'utf8')) as {
    readonly model: { readonly layers: number; readonly dims: number };
    readonly sums: { readonly beforeProducts: string };
  };
  const { layers, dims } = report.model;
  const bytes = Buffer.from(report.sums.beforeProducts, 'base64').length;
  expect(bytes).toBe(((layers + 1) * (dims * (dims + 1)) * Float64Array.BYTES_PER_ELEMENT) / 2);
}, 60_000);

describe('shards that do not make a whole', () => {
  let [one, two, other] = ['', '', ''];
  beforeAll(() => {
    one = shard('tails', '1/2');
    two = shard('tails', '2/2');
    other = shard('tails', '2/2', '--specials', 'exclude');
  }, 60_000);

  it('are refused, with what is wrong', async () => {
    const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;
    await expect(mergeShards([one], true)).rejects.toEqual(code('shard-missing'));
    await expect(mergeShards([one, two, two], true)).rejects.toEqual(code('shard-twice'));
    await expect(mergeShards([one, other], true)).rejects.toMatchObject({
      code: 'shard-differs',
      sentence: expect.stringContaining('settings differ') as string,
    });
    await expect(mergeShards([text], true)).rejects.toEqual(code('shard-invalid'));
    await expect(mergeShards([], true)).rejects.toEqual(code('usage-missing'));
  });
});
