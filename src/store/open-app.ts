import type { Client } from '../client/index.ts';
import type { DevicePreference } from '../protocol/model.ts';
import { strings } from '../strings/index.ts';
import type { Bundled } from './bundled.ts';
import { fetchColumns } from './effects/fetch-columns.ts';
import { followInside } from './effects/follow-inside.ts';
import { followMatrix } from './effects/follow-matrix.ts';
import { followText } from './effects/follow-text.ts';
import { followToken } from './effects/follow-token.ts';
import { loadModel } from './effects/load-model.ts';
import type { Example } from './example/example.ts';
import { followAddress, readAddress } from './permalink.ts';
import { type AppStore, createAppStore } from './store.ts';
import type { State } from './state.ts';
import { followTheme, storedTheme } from './theme.ts';
import type { App } from './use-app.ts';
import { selectWanted } from './wanted.ts';

export interface Opening {
  readonly client: Client;
  readonly bundled: Bundled;
  readonly device: DevicePreference;
}

/**
 * Opens the page at its address: the store with what the link says, the example at once where it is
 * what the link asks for, and the effects that keep everything following from there.
 */
export async function openApp({ client, bundled, device }: Opening): Promise<App> {
  const { state: link, unread } = await readAddress();
  const store = createAppStore({ ...link, theme: storedTheme(), bundled: bundled.models });
  if (bundled.example) showExample(store, bundled.example);
  if (unread.length > 0) store.actions.notify('status', strings.shell.linkUnread(unread));
  if (bundled.models.length === 0) store.actions.notify('alert', strings.shell.noModels);

  followTheme(store);
  const { link: linkNow } = followAddress(store);
  const model = loadModel(store, client, bundled.models[0]?.id, device);
  const text = followText(store, client);
  followInside(store, client);
  followMatrix(store, client);
  followToken(store, client);
  fetchColumns(store, client);
  client.onCrash((error) => {
    store.actions.notify('alert', `${error.sentence} ${error.remedy}`);
  });
  client.onRunsOn((runsOn) => {
    const { model: now } = store.getState();
    if (now.kind === 'ready') store.setState({ model: { kind: 'ready', model: { ...now.model, runsOn } } });
  });

  return {
    store,
    link: linkNow,
    retryExploration: text.retry,
    cancelExploration: text.cancel,
    retryModel: model.retry,
  };
}

/** The example stands for the state of a page as it first opens; it would mislabel any other text. */
function showExample(store: AppStore, { exploration, words }: Example): void {
  const state = store.getState();
  const { request } = exploration;
  if (!asksFor(state, request)) return;
  store.setState({
    before: { exploration, answers: selectWanted(state), model: undefined, inside: [] },
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
