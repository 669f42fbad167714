import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { chromium } from '@playwright/test';
import { browserCandidates } from './candidates.ts';

/** Whether a browser starts at all: one without its shared libraries is as good as none. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // on Windows `--version` opens a window instead of answering
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** The first Chrome or Chromium on this machine that starts, or undefined. */
export function findBrowser(): string | undefined {
  const { platform, env } = process;
  const machine = { platform, env, home: homedir(), playwright: chromium.executablePath() };
  return browserCandidates(machine).find(starts);
}
