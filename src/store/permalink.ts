import { strings } from '../strings/index.ts';
import type { LinkState } from './link/keys.ts';
import { isStep, readLink, sameLink, writeLink } from './link/link.ts';
import type { AppStore } from './store.ts';
import type { State } from './state.ts';

/** Typing rewrites the address at most this often, in milliseconds; browsers refuse more than some 3 a second. */
const PAUSE = 400;

/** What the address says when the page opens, and the names of what it could not say. */
export function readAddress(): ReturnType<typeof readLink> {
  return readLink(location.hash);
}

/**
 * Keeps the address at the state and the state at the address: a discrete choice is a step for Back
 * and Forward, typing only rewrites the current one. The only file that touches location or history.
 * @returns a full link to what is on screen now
 */
export function followAddress(store: AppStore): { readonly link: () => Promise<string> } {
  let written = linkStateOf(store.getState());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let step = false;
  let turn: Promise<void> = Promise.resolve();

  const write = (): void => {
    timer = undefined;
    const pushes = step;
    step = false;
    const state = linkStateOf(store.getState());
    turn = turn.then(async () => {
      const fragment = await writeLink(state);
      const address = fragment === '' ? location.pathname + location.search : `#${fragment}`;
      if (`#${fragment}` === location.hash || (fragment === '' && location.hash === '')) return;
      if (pushes) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    });
  };

  store.subscribe((state) => {
    const now = linkStateOf(state);
    if (sameLink(now, written)) return;
    const stepped = isStep(written, now);
    written = now;
    clearTimeout(timer);
    step ||= stepped;
    timer = setTimeout(write, stepped ? 0 : PAUSE);
  });

  addEventListener('popstate', () => {
    clearTimeout(timer);
    void readAddress().then(({ state, unread }) => {
      const kept = keptFiles(store.getState(), state);
      written = { ...state, ...kept };
      store.setState({ ...state, ...kept });
      if (unread.length > 0) store.actions.notify('status', strings.shell.linkUnread(unread));
    });
  });

  return {
    link: async () => {
      const fragment = await writeLink(linkStateOf(store.getState()));
      const { origin, pathname, search } = location;
      return origin + pathname + search + (fragment === '' ? '' : `#${fragment}`);
    },
  };
}

/** Opens the page anew at the same address. */
export function reloadPage(): void {
  location.reload();
}

/** A file the page already holds needs no asking for when Back returns to it. */
function keptFiles(now: State, link: LinkState): Partial<LinkState> {
  const sameText = now.file && link.file?.sha256 === now.file.sha256;
  const sameModel = JSON.stringify(now.modelAsked) === JSON.stringify(link.modelAsked);
  return { ...(sameText ? { file: now.file } : {}), ...(sameModel ? { modelAsked: now.modelAsked } : {}) };
}

function linkStateOf(state: State): LinkState {
  const { typed, file, specials, seed, rule, matrix, cut, where, control, layer, dimension, modelAsked } =
    state;
  return { typed, file, specials, seed, rule, matrix, cut, where, control, layer, dimension, modelAsked };
}
