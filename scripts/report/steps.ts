import { spawnSync } from 'node:child_process';

/** A step of a run: what it is called, and the npm script that does it. */
export type Step = readonly [name: string, script: string];

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one npm script in this terminal; true when it succeeds. */
export function runStep([name, script]: Step): boolean {
  const start = performance.now();
  console.log(`\n— ${name} (npm run ${script})`);
  // npm is a .cmd on Windows, which only a shell starts
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(status === 0 ? `✓ ${name}, ${seconds(start)}` : `✗ ${name} failed, ${seconds(start)}`);
  return status === 0;
}
