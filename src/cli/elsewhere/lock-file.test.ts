import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { locked } from './lock-file.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'tailscope-')), 'cache', 'model.lock');
});
const nobodyWaits = () => {
  throw new Error('there is nobody to wait for');
};

it('lets one after another work, and the second knows that it waits', async () => {
  const done: string[] = [];
  let go: () => void = nobodyWaits;
  const first = locked(path, nobodyWaits, async () => {
    await new Promise<void>((resolve) => (go = resolve));
    done.push('first');
  });
  await expect.poll(() => existsSync(path)).toBe(true);
  let waits = 0;
  const second = locked(
    path,
    () => {
      waits += 1;
      go();
    },
    async () => Promise.resolve(done.push('second')),
  );
  await Promise.all([first, second]);
  expect(done).toEqual(['first', 'second']);
  expect(waits).toBe(1);
  expect(existsSync(path)).toBe(false);
});

it('is given back by work that fails', async () => {
  await expect(locked(path, nobodyWaits, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(path)).toBe(false);
});

it('of a process that died is taken over', async () => {
  await locked(path, nobodyWaits, () => Promise.resolve());
  // a process that has ended by now
  writeFileSync(path, String(spawnSync(process.execPath, ['-e', '']).pid));
  await expect(locked(path, nobodyWaits, () => Promise.resolve('worked'))).resolves.toBe('worked');
});

it('that its maker never got to sign is taken over after a while', async () => {
  await locked(path, nobodyWaits, () => Promise.resolve());
  writeFileSync(path, '');
  const before = Date.now() / 1000 - 60;
  utimesSync(path, before, before);
  await expect(locked(path, nobodyWaits, () => Promise.resolve('worked'))).resolves.toBe('worked');
});

it('says where it cannot be made', async () => {
  await expect(locked('/dev/null/model.lock', nobodyWaits, () => Promise.resolve())).rejects.toMatchObject({
    code: 'no-write',
  });
});
