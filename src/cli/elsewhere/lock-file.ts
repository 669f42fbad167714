import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TailscopeError } from '../../core/error.ts';

/** Milliseconds between two looks at a lock that somebody has. */
const LOOK = 200;
/** Milliseconds after which a lock without its holder's number is no longer one that is just being made. */
const MADE = 10_000;

/**
 * Does something while no other process of this machine does something under the same lock. A lock that a
 * process left behind as it died is taken away.
 * @param path of a file that is there as long as the lock is held
 * @param onQueued told once when it has to wait
 * @throws TailscopeError("no-write"), or what the work throws
 */
export async function locked<T>(path: string, onQueued: () => void, work: () => Promise<T>): Promise<T> {
  // a folder that is there is no lock that is there
  await making(path, () => mkdir(dirname(path), { recursive: true }));
  for (let queued = false; !(await take(path)); queued = true) {
    if (!queued) onQueued();
    await wait(LOOK);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  const made = await making(path, () =>
    writeFile(path, String(process.pid), { flag: 'wx' }).then(
      () => true,
      (error: unknown) => {
        if (isCode(error, 'EEXIST')) return false;
        throw error;
      },
    ),
  );
  if (made || !(await isLeftBehind(path))) return made;
  await rm(path, { force: true });
  return take(path);
}

/** @throws TailscopeError("no-write") */
async function making<T>(file: string, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw TailscopeError.of('no-write', { file, why }, error);
  }
}

async function isLeftBehind(path: string): Promise<boolean> {
  const holder = Number(await readFile(path, 'utf8').catch(() => ''));
  if (!Number.isSafeInteger(holder) || holder <= 0) {
    const made = await stat(path).catch(() => undefined);
    return made !== undefined && Date.now() - made.mtimeMs > MADE;
  }
  try {
    process.kill(holder, 0); // sends nothing: only asks whether it is there
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
