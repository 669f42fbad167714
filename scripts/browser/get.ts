import { spawnSync } from 'node:child_process';
import { findBrowser } from './find.ts';

interface Source {
  readonly name: string;
  readonly possible: () => boolean;
  readonly commands: readonly (readonly [string, ...string[]])[];
}

const sources: readonly Source[] = [
  {
    name: "Playwright's own Chromium",
    possible: () => true,
    commands: [['npx', 'playwright', 'install', 'chromium', '--no-shell']],
  },
  {
    name: "Debian's package chromium",
    possible: () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0,
    commands: [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ],
  },
];

function run([command, ...args]: readonly [string, ...string[]]): boolean {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    // behind a firewall, give up soon and try the next source
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  };
  const shell = process.platform === 'win32';
  const done = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env,
    shell,
    timeout: 10 * 60_000,
  });
  if (done.status === 0) return true;
  const lines = done.stderr.trim().split('\n');
  const why = done.error?.message ?? lines.find((line) => /^(E:|error)/i.test(line)) ?? lines.at(-1) ?? '';
  console.log(`  ${[command, ...args].join(' ')}: ${why}`);
  return false;
}

/**
 * A Chrome or Chromium for the end-to-end tests: one that is there, else one it gets, saying so.
 * @throws Error with one sentence that says what to install
 */
export function getBrowser(): string {
  const there = findBrowser();
  if (there !== undefined) return there;
  for (const { name, possible, commands } of sources) {
    if (!possible()) continue;
    console.log(`No Chrome or Chromium here: getting ${name} ...`);
    if (!commands.every(run)) continue;
    const got = findBrowser();
    if (got !== undefined) return got;
    console.log('  it is here now, but does not start');
  }
  throw new Error(
    'Install Google Chrome or Chromium, or set CHROME_PATH to one, to run the end-to-end tests.',
  );
}
