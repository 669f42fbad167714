import { expect, it, vi } from 'vitest';
import type { DownloadProgress } from '../../protocol/sources.ts';
import { FetchScreen } from './fetch-screen.ts';

const progress = (some: Partial<DownloadProgress>): DownloadProgress => ({
  loaded: 12e6,
  total: 91e6,
  rate: undefined,
  left: undefined,
  kept: 'stored',
  doing: 'fetching',
  again: undefined,
  ...some,
});

it('says bytes, rate and time left; in a log every ten seconds, and what changes at once', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const said: string[] = [];
  const screen = new FetchScreen({ write: (text) => said.push(text) });
  screen.say(progress({}));
  now.mockReturnValue(9000);
  screen.say(progress({ loaded: 20e6 }));
  screen.say(progress({ doing: 'waiting', again: 4 }));
  screen.say(progress({ loaded: 30e6, rate: 5e6, left: 12 }));
  now.mockReturnValue(20_000);
  screen.say(progress({ loaded: 80e6, rate: 5e6, left: 2 }));
  screen.say(progress({ loaded: 91e6, left: 0 }));
  screen.say(progress({ loaded: 91e6, left: 0 }));
  expect(said).toEqual([
    '12 MB of 91 MB\n',
    '12 MB of 91 MB · The connection broke off. It is tried again in 4 s.\n',
    '30 MB of 91 MB · 5.0 MB/s · 10 s left\n',
    '80 MB of 91 MB · 5.0 MB/s · 1 s left\n',
    '91 MB of 91 MB\n',
  ]);
  now.mockRestore();
});

it('rewrites one line of a terminal', () => {
  const said: string[] = [];
  const screen = new FetchScreen({ isTTY: true, write: (text) => said.push(text) });
  screen.say(progress({}));
  screen.say(progress({ loaded: 91e6 }));
  expect(said).toEqual(['\r12 MB of 91 MB\u001B[K', '\r91 MB of 91 MB\u001B[K\n']);
});
