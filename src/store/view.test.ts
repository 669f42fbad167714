import { describe, expect, test } from 'vitest';
import { readLink, writeLink } from './link/link.ts';
import { createAppStore } from './store.ts';
import { VIEWS, VIEW_IDS } from './view.ts';

describe('views', () => {
  test('are each in the link, but for the one that the page opens with', async () => {
    for (const view of VIEW_IDS) {
      const { getState, actions } = createAppStore();
      actions.openView(view);
      const link = await writeLink(getState());
      expect(link).toBe(view === VIEW_IDS[0] ? '' : `v=1&view=${view}`);
      expect((await readLink(link)).state.view).toBe(view);
    }
  });

  test('of an unknown name are none, and the link says so', async () => {
    const { state, unread } = await readLink('v=1&view=toString');
    expect([state.view, unread]).toEqual(['explore', ['view']]);
  });

  test('that do not show the text give way to one that does when a text is opened', () => {
    for (const view of VIEW_IDS) {
      const { getState, actions } = createAppStore({ view });
      actions.showText();
      expect(VIEWS[getState().view].text).toBe(true);
      if (VIEWS[view].text) expect(getState().view).toBe(view);
    }
  });
});
