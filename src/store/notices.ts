import type { GetState, SetState } from './store.ts';
import type { Notice } from './state.ts';

export interface NoticeActions {
  /** Says something once; the same words again replace the older notice. */
  readonly notify: (tone: Notice['tone'], text: string) => void;
  readonly dismiss: (id: number) => void;
}

export function noticeActions(set: SetState, get: GetState): NoticeActions {
  let ids = 0;
  return {
    notify: (tone: Notice['tone'], text: string) => {
      const others = get().notices.filter((notice) => notice.text !== text);
      set({ notices: [...others, { id: ++ids, tone, text }] });
    },
    dismiss: (id: number) => {
      set({ notices: get().notices.filter((notice) => notice.id !== id) });
    },
  };
}
