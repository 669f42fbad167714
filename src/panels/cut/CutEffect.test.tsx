import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Asks } from '../../store/asks.ts';
import type { State } from '../../store/state.ts';
import { createAppStore } from '../../store/store.ts';
import { MODEL, exploration, unexpected } from '../../store/testing.ts';
import { remoteDesk } from '../../store/remote/desk.ts';
import { followTrials } from '../../store/trials/follow-trials.ts';
import { AppProvider } from '../../store/use-app.ts';
import { CutEffect } from './CutEffect.tsx';

const request = { sentences: ['a b'], specials: 'include', seed: 1, pairs: 1, columns: [] } as const;

/** What a screen reader hears of the cut. */
function spoken(start: Partial<State>): string {
  const before = { exploration: exploration(request), answers: request, model: MODEL };
  const model = { kind: 'ready', model: MODEL, runsOn: MODEL.runsOn } as const;
  const store = createAppStore({ typed: 'a b', before, model, ...start });
  const app = {
    store,
    retryExploration: unexpected,
    cancelExploration: unexpected,
    pauseExploration: unexpected,
    resumeExploration: unexpected,
    retryModel: unexpected,
    retryBeside: unexpected,
    retryComparing: unexpected,
    link: unexpected,
    remote: remoteDesk(store, { call: unexpected }),
    trials: followTrials(store, { call: unexpected }),
    asks: new Asks(store, { call: unexpected }),
  };
  const markup = renderToStaticMarkup(
    <AppProvider value={app}>
      <CutEffect />
    </AppProvider>,
  );
  return /role="status">([^<]*)</.exec(markup)?.[1] ?? '';
}

test('a screen reader hears of a cut whose answer is awaited, and not that nothing is cut', () => {
  const said = spoken({ cut: [3], where: 'inside' });
  expect(said).toMatch(/^Anisotropy at layer 1: \.941 without the cut; with it: computing…$/);
});

test('a screen reader hears that a cut inside needs the model where there is none', () => {
  expect(spoken({ cut: [3], where: 'inside', model: { kind: 'idle' } })).toContain('needs the model');
});

test('a screen reader hears that nothing is cut where nothing is', () => {
  expect(spoken({})).toContain('nothing is cut');
});
