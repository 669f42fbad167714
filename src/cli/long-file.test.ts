import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const model = fileURLToPath(new URL('../graph/fixtures/bert-f32', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tailscope-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** JavaScript's memory in the command, and a file that would not fit into it. */
const HEAP_MB = 96;
const SENTENCES = 1_200_000;
const PARTS = 20_000;

it('a file larger than the memory there is is measured, one window at a time', () => {
  const path = join(folder, 'long.txt');
  const file = openSync(path, 'w');
  let bytes = 0;
  for (let from = 0; from < SENTENCES; from += 10_000)
    bytes += writeSync(
      file,
      Array.from(
        { length: 10_000 },
        (_, i) => `Boat number ${from + i} came home before the rain, and every child saw it.\n`,
      ).join(''),
    );
  closeSync(file);
  expect(bytes).toBeGreaterThan(0.8 * HEAP_MB * 1e6);
  // one sentence in many, since it is the reading that is asked about
  const command = ['tails', '--model', model, '--data', path, '--shard', `1/${PARTS}`, '--threads', '1'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, '--import', 'tsx', 'src/cli/measure.ts', ...command],
    { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  expect(stderr.slice(-300)).not.toMatch(/heap/);
  expect(status).toBe(0);
  const { data } = v.parse(
    v.object({ data: v.object({ sentences: v.number(), sha256: v.string() }) }),
    JSON.parse(stdout),
  );
  expect(data.sentences).toBe(SENTENCES / PARTS);
}, 120_000);
