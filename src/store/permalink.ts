import { strings } from '../strings/index.ts';
import { keptData } from './data/kept-data.ts';
import type { LinkState } from './link/keys.ts';
import { withKnownModel } from './link/known-model.ts';
import { isRapid, readLink, sameLink, stepsOf, writeLink } from './link/link.ts';
import type { AppStore } from './store.ts';
import type { State } from './state.ts';

/** Typing rewrites the address at most this often, in milliseconds; browsers refuse more than some 3 a second. */
const PAUSE = 400;
/** A choice is drawn before it is written down: changing the address takes as long as a chart. */
const AFTER_DRAWING = 100;
/** Milliseconds within which the same choice made again, as by a held arrow key, is still the same step. */
const SAME_STEP = 1000;

/** Makes a full link to what is on screen. @param instead parts that are to be otherwise */
export type LinkMaker = (instead?: Partial<LinkState>) => Promise<string>;

/** What the address says when the page opens, and the names of what it could not say. */
export function readAddress(): ReturnType<typeof readLink> {
  return readLink(location.hash);
}

/**
 * Keeps the address at the state and the state at the address: a discrete choice is a step for Back
 * and Forward, typing only rewrites the current one. The only file of the page's state that touches location or history.
 * @returns what makes a full link to what is on screen now
 */
export function followAddress(store: AppStore): { readonly link: LinkMaker } {
  let written = linkStateOf(store.getState());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let step = false;
  let last = { keys: '', at: -Infinity };
  let turn: Promise<void> = Promise.resolve();
  /** Times that Back or Forward was pressed: what was under way before belongs to another entry. */
  let moves = 0;
  let told = false;

  const write = (state: LinkState, pushes: boolean): void => {
    const move = moves;
    turn = turn.then(async () => {
      try {
        const fragment = await writeLink(state);
        if (move !== moves) return;
        const address = fragment === '' ? location.pathname + location.search : `#${fragment}`;
        if (`#${fragment}` === location.hash || (fragment === '' && location.hash === '')) return;
        if (pushes) history.pushState(null, '', address);
        else history.replaceState(null, '', address);
      } catch {
        // an old browser that cannot deflate, or one that takes no more changes for now: the next one tries again
        step ||= pushes && move === moves;
        if (!told) store.actions.notify('status', strings.shell.linkBehind, 'link');
        told = true;
      }
    });
  };

  store.subscribe((state) => {
    const now = linkStateOf(state);
    if (sameLink(now, written)) return;
    const steps = stepsOf(written, now);
    const keys = steps.join();
    const again = isRapid(steps) && keys === last.keys && performance.now() - last.at < SAME_STEP;
    const stepped = steps.length > 0 && !again;
    if (steps.length > 0) last = { keys, at: performance.now() };
    // what was typed just before belongs to the entry that is left: Back would lose it
    if (stepped && !step && timer !== undefined) write(written, false);
    written = now;
    clearTimeout(timer);
    step ||= stepped;
    timer = setTimeout(
      () => {
        timer = undefined;
        const pushes = step;
        step = false;
        write(linkStateOf(store.getState()), pushes);
      },
      step ? AFTER_DRAWING : PAUSE,
    );
  });

  addEventListener('popstate', () => {
    clearTimeout(timer);
    timer = undefined;
    step = false;
    last = { keys: '', at: -Infinity };
    const move = ++moves;
    void readAddress().then(({ state: said, unread }) => {
      if (move !== moves) return;
      const { state, notice } = withKnownModel(said, store.getState().bundled);
      const kept = keptFiles(store.getState(), state);
      written = { ...state, ...kept };
      store.setState({ ...state, ...kept });
      if (notice !== undefined) store.actions.notify('status', notice);
      if (unread.length > 0) store.actions.notify('status', strings.shell.linkUnread(unread), 'link');
    });
  });

  return {
    link: async (instead) => {
      const fragment = await writeLink({ ...linkStateOf(store.getState()), ...instead });
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
  const sameBeside = JSON.stringify(now.besideAsked) === JSON.stringify(link.besideAsked);
  return {
    ...(sameText ? { file: now.file } : {}),
    ...(sameModel ? { modelAsked: now.modelAsked } : {}),
    ...(sameBeside ? { besideAsked: now.besideAsked } : {}),
    dataFiles: keptData(now.dataFiles, link.dataFiles),
  };
}

function linkStateOf(state: State): LinkState {
  const { typed, file, column, specials, seed, rule, matrix, extreme, modelAsked, besideAsked } = state;
  const { cut, where, remedy, against, againstCut, control, draws, randomCuts, randomBand } = state;
  const { layer, dimension } = state;
  const { view, birthMeasure, birthAxis } = state;
  const { dataFiles, opened, distance, correlation, playground, ownSentence } = state;
  const { sideA, sideB } = state;
  const { masked, positionMove, lifeToken, paperRuns } = state;
  return {
    view,
    typed,
    file,
    column,
    specials,
    seed,
    rule,
    matrix,
    extreme,
    cut,
    where,
    remedy,
    against,
    againstCut,
    control,
    draws,
    randomCuts,
    randomBand,
    layer,
    dimension,
    modelAsked,
    besideAsked,
    birthMeasure,
    birthAxis,
    dataFiles,
    opened,
    distance,
    correlation,
    playground,
    ownSentence,
    masked,
    sideA,
    sideB,
    positionMove,
    lifeToken,
    paperRuns,
  };
}
