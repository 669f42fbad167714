import { describe, expect, it } from 'vitest';
import { browserCandidates, type Machine } from './candidates.ts';

const linux: Machine = {
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  home: '/home/a',
  playwright: '/pw/chrome',
};

describe('browserCandidates', () => {
  it("puts CHROME_PATH first and Playwright's own Chromium second", () => {
    const found = browserCandidates({ ...linux, env: { ...linux.env, CHROME_PATH: '/my/chrome' } });
    expect(found.slice(0, 2)).toEqual(['/my/chrome', '/pw/chrome']);
  });

  it('looks for every usual name in every folder of PATH on Linux', () => {
    const found = browserCandidates(linux);
    expect(found).toContain('/usr/local/bin/google-chrome');
    expect(found).toContain('/usr/bin/chromium');
    expect(found.indexOf('/usr/bin/google-chrome')).toBeLessThan(found.indexOf('/usr/bin/chromium'));
  });

  it('looks in both application folders on macOS', () => {
    const found = browserCandidates({ ...linux, platform: 'darwin', home: '/Users/a' });
    expect(found).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(found).toContain('/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium');
  });

  it('looks in the program folders that exist on Windows', () => {
    const env = { PROGRAMFILES: 'C:\\Program Files' };
    expect(browserCandidates({ ...linux, platform: 'win32', env })).toEqual([
      '/pw/chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    ]);
  });

  it('names no place twice and an empty PATH adds none of the working folder', () => {
    const found = browserCandidates({ ...linux, env: { PATH: '', CHROME_PATH: '/pw/chrome' } });
    expect(new Set(found).size).toBe(found.length);
    expect(found.every((path) => path.startsWith('/'))).toBe(true);
  });
});
