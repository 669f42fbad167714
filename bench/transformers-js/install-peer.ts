import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('./peer/', import.meta.url));
const to = fileURLToPath(new URL('../../build/transformers-js/', import.meta.url));
const LOCK = 'package-lock.json';

/**
 * Installs transformers.js as peer/package-lock.json has it, the first time: 450 MB, too much for everyone who
 * only wants to run the tests. No script of any package is run.
 * @returns the folder of packages
 */
export function installPeer(): string {
  const folder = join(to, 'node_modules');
  if (existsSync(folder) && readFileSync(join(to, LOCK), 'utf8') === readFileSync(join(from, LOCK), 'utf8'))
    return folder;
  mkdirSync(to, { recursive: true });
  for (const name of ['package.json', LOCK]) copyFileSync(join(from, name), join(to, name));
  console.log('Installing transformers.js (450 MB) into build/ ...');
  const options = { cwd: to, stdio: 'inherit', shell: process.platform === 'win32' } as const;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  if (status !== 0) throw new Error('transformers.js could not be installed.');
  return folder;
}
