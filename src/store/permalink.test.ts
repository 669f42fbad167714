import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followAddress } from './permalink.ts';
import { createAppStore } from './store.ts';

/** A browser's address bar and its history. */
class FakeBar {
  entries = [''];
  at = 0;
  refuses = false;
  moved: (() => void) | undefined;
  readonly pathname = '/';
  readonly search = '';
  readonly origin = 'http://here';

  get hash(): string {
    return this.entries[this.at] ?? '';
  }
  pushState = (_: unknown, __: string, address: string): void => {
    if (this.refuses) throw new Error('100 times per 30 seconds');
    this.entries = [...this.entries.slice(0, this.at + 1), address];
    this.at++;
  };
  replaceState = (_: unknown, __: string, address: string): void => {
    if (this.refuses) throw new Error('100 times per 30 seconds');
    this.entries[this.at] = address;
  };
  go(by: number): void {
    this.at += by;
    this.moved?.();
  }
}

describe('the address', () => {
  let bar: FakeBar;
  beforeEach(() => {
    bar = new FakeBar();
    vi.stubGlobal('location', bar);
    vi.stubGlobal('history', bar);
    vi.stubGlobal('addEventListener', (_: string, moved: () => void) => {
      bar.moved = moved;
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const open = () => {
    const store = createAppStore();
    return { store, link: followAddress(store).link };
  };
  const wait = (milliseconds = 160) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  test('gets a step for each choice', async () => {
    const { store } = open();
    store.actions.selectLayer(1);
    await wait();
    store.actions.setWhere('inside');
    await wait();
    expect(bar.entries).toEqual(['', '#v=1&layer=1', '#v=1&layer=1&where=inside']);
  });

  test('keeps what was typed just before a choice in the entry that the choice leaves', async () => {
    const { store } = open();
    store.actions.type('New words.');
    store.actions.selectLayer(1);
    await wait();
    const [typed = '', chosen = ''] = bar.entries;
    expect(typed).toMatch(/^#v=1&text=/);
    expect(chosen).toBe(typed.replace('text=', 'layer=1&text='));
    bar.go(-1);
    await wait();
    expect(store.getState()).toMatchObject({ typed: 'New words.', layer: undefined });
  });

  test('gets one step for a held arrow key', async () => {
    const { store } = open();
    for (let dim = 1; dim < 6; dim++) {
      store.actions.selectDimension(dim);
      await wait(10);
    }
    await wait(450);
    expect(bar.entries).toEqual(['', '#v=1&dim=5']);
  });

  test('goes on being written after the browser refused once, and the page says that it did', async () => {
    const { store } = open();
    bar.refuses = true;
    store.actions.selectLayer(1);
    await wait();
    expect(store.getState().notices).toHaveLength(1);
    bar.refuses = false;
    store.actions.setWhere('inside');
    await wait();
    expect(bar.entries).toEqual(['', '#v=1&layer=1&where=inside']);
  });

  test('of an entry that Back left is not written into the one it came to', async () => {
    const { store } = open();
    store.actions.selectLayer(1);
    await wait();
    store.actions.setWhere('inside');
    bar.go(-1);
    await wait();
    expect(bar.entries).toEqual(['', '#v=1&layer=1']);
    expect(store.getState().layer).toBeUndefined();
  });

  test('that names a model that is not here falls back without a new entry, which Back would run into', async () => {
    const { store } = open();
    store.setState({
      bundled: [
        { id: 'small', name: 'Small', layers: 1, dims: 4, bytes: 9, sha256: 'ab', card: 'card.json' },
      ],
    });
    bar.entries = ['', '#v=1&model=gpt5&cut=81'];
    bar.go(1);
    await wait();
    const { modelAsked, cut, notices } = store.getState();
    expect({ modelAsked, cut }).toEqual({ modelAsked: { kind: 'default' }, cut: [] });
    expect(notices[0]?.text).toContain('gpt5');
    expect(bar.entries).toEqual(['', '#v=1&model=gpt5&cut=81']);
  });

  test('wins over one that was still being read when it changed again', async () => {
    const { store } = open();
    store.actions.selectLayer(1);
    await wait();
    store.actions.selectLayer(2);
    await wait(1100);
    store.actions.setWhere('inside');
    await wait();
    bar.go(-1);
    bar.go(1);
    await wait();
    expect(store.getState().where).toBe('inside');
  });
});
