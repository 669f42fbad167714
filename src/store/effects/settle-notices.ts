import type { AppStore } from '../store.ts';

/** Takes back a notice once what it is about is over: the file is put away, the worker answers again. */
export function settleNotices({ subscribe, actions, getState }: AppStore): void {
  let last = getState();
  subscribe((state) => {
    const previous = last;
    last = state;
    if (state.notices.length === 0) return;
    const textClosed = previous.file !== undefined && state.file === undefined;
    const modelClosed = previous.modelAsked.kind === 'files' && state.modelAsked.kind !== 'files';
    if (textClosed || modelClosed) actions.settle('file');
    if (state.before !== previous.before) actions.settle('worker');
    if (state.modelAsked !== previous.modelAsked) actions.settle('remote');
    if (state.typed !== previous.typed || state.cut !== previous.cut) actions.settle('share');
  });
}
