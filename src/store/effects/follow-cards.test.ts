import { describe, expect, test } from 'vitest';
import type { BundledModel, NamedBlob } from '../../protocol/model.ts';
import { selectCardedModels } from '../derive/carded-models.ts';
import { createAppStore } from '../store.ts';
import type { State } from '../state.ts';
import { settled } from '../testing.ts';
import { followCards } from './follow-cards.ts';

const entry = (id: string): BundledModel => ({
  id,
  name: id,
  layers: 4,
  dims: 256,
  bytes: 10,
  sha256: 'ab'.repeat(32),
});

function open(start: Partial<State>, answer: (model: BundledModel) => unknown) {
  const asked: string[] = [];
  const store = createAppStore({ bundled: [entry('a'), entry('b')], ...start });
  followCards(store, (model) => {
    asked.push(model.id);
    return Promise.resolve(answer(model));
  });
  return { store, asked };
}

const kinds = (state: State) => selectCardedModels(state).map(({ key, card }) => [key, card.kind]);

describe('the cards', () => {
  test('are fetched when their view is opened, each once', async () => {
    const { store, asked } = open({}, ({ id }) => ({ name: id }));
    expect(asked).toEqual([]);
    store.actions.openView('models');
    expect(asked).toEqual(['a', 'b']);
    expect(kinds(store.getState())).toEqual([
      ['a', 'loading'],
      ['b', 'loading'],
    ]);
    await settled();
    expect(kinds(store.getState())).toEqual([
      ['a', 'ready'],
      ['b', 'ready'],
    ]);
    store.actions.openView('explore');
    store.actions.openView('models');
    expect(asked).toEqual(['a', 'b']);
  });

  test('are fetched at once by a link to their view', () => {
    expect(open({ view: 'models' }, () => ({})).asked).toEqual(['a', 'b']);
  });

  test('that cannot be read are missing, and asked for again the next time', async () => {
    const { store, asked } = open({ view: 'models' }, ({ id }) => (id === 'a' ? {} : undefined));
    await settled();
    expect(kinds(store.getState())).toEqual([
      ['a', 'ready'],
      ['b', 'missing'],
    ]);
    store.actions.openView('explore');
    store.actions.openView('models');
    expect(asked).toEqual(['a', 'b', 'b']);
  });

  test('of a person’s own checkpoint are read from its folder, and stand first', async () => {
    const { store } = open({ view: 'models' }, () => ({}));
    await settled();
    store.actions.openCheckpoint([blob('card.json', '{"name": "mine"}')], { name: 'mine', sha256: 'cd' });
    store.actions.openCheckpoint([blob('card.json', '{')], { name: 'broken', sha256: 'ef' });
    await settled();
    expect(kinds(store.getState())[0]).toEqual(['ef', 'missing']);
    expect(store.getState().cards.get('cd')).toMatchObject({ kind: 'ready', card: { name: 'mine' } });
    store.actions.openCheckpoint([blob('config.json', '{}')], { name: 'bare', sha256: '01' });
    expect(selectCardedModels(store.getState()).map(({ inUse }) => inUse)).toEqual([false, false]);
  });

  test('mark the model in use, which is the first where none is chosen', () => {
    const { store } = open({}, () => ({}));
    const inUse = () => selectCardedModels(store.getState()).map((model) => model.inUse);
    expect(inUse()).toEqual([true, false]);
    store.actions.chooseBundled('b');
    expect(inUse()).toEqual([false, true]);
  });
});

function blob(name: string, text: string): NamedBlob {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    slice: (start, end) => ({ arrayBuffer: () => Promise.resolve(bytes.slice(start, end).buffer) }),
  };
}
