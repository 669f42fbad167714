import type { GetState, SetState } from './store.ts';
import type { Notice, NoticeCause } from './state.ts';

export interface NoticeActions {
  /** Says something once; the same words again, or newer words about the same cause, replace the older notice. */
  readonly notify: (tone: Notice['tone'], text: string, cause?: NoticeCause) => void;
  readonly dismiss: (id: number) => void;
  /** Takes back what was said about a cause that is no more. */
  readonly settle: (cause: NoticeCause) => void;
}

export function noticeActions(set: SetState, get: GetState): NoticeActions {
  let ids = 0;
  const keep = (kept: (notice: Notice) => boolean): void => {
    const { notices } = get();
    const left = notices.filter(kept);
    if (left.length < notices.length) set({ notices: left });
  };
  return {
    notify: (tone: Notice['tone'], text: string, cause?: NoticeCause) => {
      keep((notice) => notice.text !== text && (cause === undefined || notice.cause !== cause));
      set({ notices: [...get().notices, { id: ++ids, tone, text, cause }] });
    },
    dismiss: (id: number) => {
      keep((notice) => notice.id !== id);
    },
    settle: (cause: NoticeCause) => {
      keep((notice) => notice.cause !== cause);
    },
  };
}
