import type { Client } from '../client/index.ts';
import type { Exploration } from '../protocol/exploration.ts';
import { strings } from '../strings/index.ts';
import { Asks } from './asks.ts';
import type { Bundled } from './bundled.ts';
import { followDevice, storedDevice } from './device.ts';
import { fetchColumns } from './effects/fetch-columns.ts';
import { followCards } from './effects/follow-cards.ts';
import { followBeside } from './effects/follow-beside.ts';
import { followInside } from './effects/follow-inside.ts';
import { followMatrix } from './effects/follow-matrix.ts';
import { followText } from './effects/follow-text.ts';
import { followToken } from './effects/follow-token.ts';
import { loadBeside } from './effects/load-beside.ts';
import { loadModel } from './effects/load-model.ts';
import { outliveWorker } from './effects/outlive-worker.ts';
import { settleNotices } from './effects/settle-notices.ts';
import type { Example } from './example/example.ts';
import { withKnownModel } from './link/known-model.ts';
import { followHub, storedHub } from './hub.ts';
import { movedTo } from './model.ts';
import { followAddress, readAddress } from './permalink.ts';
import { remoteDesk } from './remote/desk.ts';
import { type AppStore, createAppStore } from './store.ts';
import type { State } from './state.ts';
import { followExamples } from './trials/follow-examples.ts';
import { followTrials } from './trials/follow-trials.ts';
import { followTheme, storedTheme } from './theme.ts';
import type { App } from './use-app.ts';
import { selectWanted } from './wanted.ts';

export interface Opening {
  readonly client: Client;
  readonly bundled: Bundled;
}

/**
 * Opens the page at its address: the store with what the link says, the example at once where it is
 * what the link asks for, and the effects that keep everything following from there.
 */
export async function openApp({ client, bundled }: Opening): Promise<App> {
  const { state: said, unread } = await readAddress();
  const { state: link, notice } = withKnownModel(said, bundled.models);
  const store = createAppStore({
    ...link,
    theme: storedTheme(),
    device: storedDevice(),
    hub: storedHub(),
    bundled: bundled.models,
  });
  if (bundled.example) showExample(store, bundled.example);
  if (unread.length > 0) store.actions.notify('status', strings.shell.linkUnread(unread), 'link');
  if (notice !== undefined) store.actions.notify('status', notice);
  if (bundled.models.length === 0) store.actions.notify('alert', strings.shell.noModels);

  followTheme(store);
  followDevice(store);
  followHub(store);
  settleNotices(store);
  const { link: linkNow } = followAddress(store);
  const model = loadModel(store, client, bundled.models[0]?.id);
  const beside = loadBeside(store, client);
  const remote = remoteDesk(store, client);
  const text = followText(store, client);
  const inside = followInside(store, client);
  const refresh = (exploration: Exploration): void => {
    text.refresh(exploration);
    inside.refresh(exploration);
  };
  followMatrix(store, client, refresh);
  followToken(store, client, refresh);
  fetchColumns(store, client, refresh);
  const comparing = followBeside(store, client);
  followCards(store, bundled.fetchCard);
  followExamples(store, bundled.fetchExample);
  const trials = followTrials(store, client);
  outliveWorker(store, client.onCrash.bind(client), () => {
    text.retry();
    comparing.retry();
  });
  client.onRunsOn(({ seat, runsOn }) => {
    const { model: first, beside: second } = store.getState();
    store.setState(seat === 'main' ? { model: movedTo(first, runsOn) } : { beside: movedTo(second, runsOn) });
  });

  return {
    store,
    link: linkNow,
    retryExploration: text.retry,
    cancelExploration: text.cancel,
    pauseExploration: text.pause,
    resumeExploration: text.resume,
    retryModel: model.retry,
    retryBeside: beside.retry,
    retryComparing: comparing.retry,
    remote,
    trials,
    asks: new Asks(store, client),
  };
}

/** The example stands for the state of a page as it first opens; it would mislabel any other text. */
function showExample(store: AppStore, { exploration, words }: Example): void {
  const state = store.getState();
  const { request } = exploration;
  if (!asksFor(state, request)) return;
  store.setState({
    before: { exploration, answers: selectWanted(state), model: undefined },
    matrixBefore: { exploration, mode: 'words', ...words },
  });
}

function asksFor(state: State, request: Example['exploration']['request']): boolean {
  const { sentences, specials, seed } = selectWanted(state);
  return (
    state.modelAsked.kind === 'default' &&
    specials === request.specials &&
    seed === request.seed &&
    sentences.join('\n') === request.sentences.join('\n')
  );
}
