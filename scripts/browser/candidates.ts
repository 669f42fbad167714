import { posix, win32 } from 'node:path';

/** What a machine says about itself, as far as finding a browser goes. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Where Playwright keeps, or would keep, the Chromium it downloads. */
  readonly playwright: string;
}

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

const macApplications = ['Google Chrome', 'Chromium', 'Google Chrome for Testing', 'Google Chrome Beta'];

function onPath({ env }: Machine): string[] {
  const folders = (env['PATH'] ?? '').split(posix.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

function usual(machine: Machine): string[] {
  if (machine.platform === 'darwin') {
    return ['/Applications', posix.join(machine.home, 'Applications')].flatMap((folder) =>
      macApplications.map((name) => posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (machine.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
      const folder = machine.env[variable];
      if (folder === undefined) return [];
      return ['Google\\Chrome', 'Chromium'].map((name) =>
        win32.join(folder, name, 'Application', 'chrome.exe'),
      );
    });
  }
  return [
    ...onPath(machine),
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    '/usr/lib/chromium/chromium',
  ];
}

/**
 * Every place where a Chrome or Chromium may be, the best first: the one named by CHROME_PATH, the
 * one Playwright downloaded (it is the version it was made for), then the machine's own.
 */
export function browserCandidates(machine: Machine): readonly string[] {
  const named = machine.env['CHROME_PATH'];
  const all = [...(named ? [named] : []), machine.playwright, ...usual(machine)];
  return [...new Set(all)];
}
