import { describe, expect, test } from 'vitest';
import { TailscopeError } from '../../core/error.ts';
import { selectAnisotropy } from '../derive/cosines.ts';
import { selectGuide } from '../derive/guide.ts';
import { selectTailDims } from '../derive/tails.ts';
import { createAppStore } from '../store.ts';
import { FakeCaller, MODEL, exploration, held, settled, unexpected } from '../testing.ts';
import { selectOlder } from '../wanted.ts';
import { fetchColumns } from './fetch-columns.ts';
import { followInside } from './follow-inside.ts';
import { followText } from './follow-text.ts';
import { loadModel } from './load-model.ts';

function open(typed = 'One two.\nThree four.') {
  const store = createAppStore({ typed, model: { kind: 'ready', model: MODEL, runsOn: MODEL.runsOn } });
  const caller = new FakeCaller();
  const text = followText(store, caller);
  return { store, caller, text };
}

async function explored(typed?: string) {
  const opened = open(typed);
  const call = opened.caller.last('explore');
  call.resolve(exploration(call.request));
  await settled();
  return opened;
}

describe('following the text', () => {
  test('asks as soon as the text changes, in one slot', () => {
    const { store, caller } = open();
    store.actions.type('Three.');
    expect(caller.of('explore').map(({ request }) => request.sentences)).toEqual([
      ['One two.', 'Three four.'],
      ['Three.'],
    ]);
    expect(new Set(caller.of('explore').map(({ options }) => options.slot)).size).toBe(1);
  });

  test('shows only the newest answer, whatever order they come in', async () => {
    const { store, caller } = open();
    store.actions.type('Newer.');
    const [older, newer] = caller.of('explore');
    newer?.resolve(exploration(newer.request, 2));
    older?.resolve(exploration(older.request, 1));
    await settled();
    expect(store.getState().before?.exploration.handle).toBe(2);
    expect(selectOlder(store.getState())).toBe(false);
  });

  test('keeps what is on screen while a newer text is measured, marked as older', async () => {
    const { store } = await explored();
    store.actions.type('Newer.');
    expect(store.getState().before?.exploration.handle).toBe(1);
    expect(selectOlder(store.getState())).toBe(true);
  });

  test('does not ask again for what the settings do not change', async () => {
    const { store, caller } = await explored();
    store.actions.selectLayer(1);
    store.actions.toggleCut(3);
    store.actions.hoverDimension(2);
    expect(caller.of('explore')).toHaveLength(1);
    store.actions.setSpecials('exclude');
    expect(caller.of('explore')).toHaveLength(2);
  });

  test('asks nothing for empty text', async () => {
    const { store, caller } = await explored();
    store.actions.type(' \n ');
    expect(caller.of('explore')).toHaveLength(1);
    expect(store.getState().running).toBeUndefined();
  });

  test('lets a pause end with what was paused: nobody could resume it later', async () => {
    const { store, caller, text } = open();
    const steered = () => caller.of('steer').map(({ request }) => request.to);
    text.pause();
    const call = caller.last('explore');
    call.resolve(exploration(call.request));
    await settled();
    expect(store.getState().running).toBeUndefined();
    expect(steered()).toEqual(['pause', 'go-on']);
    store.actions.type('Newer.');
    text.pause();
    text.cancel();
    expect(steered()).toEqual(['pause', 'go-on', 'pause', 'go-on']);
    text.retry();
    text.pause();
    store.actions.type('Newest.');
    expect(steered().slice(4)).toEqual(['pause', 'go-on']);
    expect(store.getState().running?.pausedAt).toBeUndefined();
    text.retry();
    text.pause();
    // all that another view asks would wait for it
    store.actions.openView('geometry');
    expect(steered().slice(6)).toEqual(['pause', 'go-on']);
  });

  test('says what failed, keeps text and charts, and asks again when told to', async () => {
    const { store, caller, text } = await explored();
    store.actions.type('Newer.');
    caller.last('explore').reject(TailscopeError.of('worker-died'));
    await settled();
    expect(store.getState().failure?.code).toBe('worker-died');
    expect(store.getState().typed).toBe('Newer.');
    expect(store.getState().before?.exploration.handle).toBe(1);
    text.retry();
    expect(caller.of('explore')).toHaveLength(3);
    expect(store.getState().failure).toBeUndefined();
  });

  test('is silent about what was superseded or cancelled', async () => {
    const { store, caller } = open();
    caller.last('explore').reject(TailscopeError.of('cancelled'));
    await settled();
    expect(store.getState().failure).toBeUndefined();
    expect(store.getState().running).toBeUndefined();
  });
});

describe('a cut after the network', () => {
  test('of a tail needs nothing of the worker', async () => {
    const { store, caller } = await explored();
    fetchColumns(store, caller, unexpected);
    expect(selectTailDims(store.getState())).toEqual([3]);
    const before = selectAnisotropy(store.getState());
    expect(before?.before[1]).toBeCloseTo(16 / 17);
    store.actions.toggleCut(3);
    expect(selectAnisotropy(store.getState())?.after?.[1]).toBeCloseTo(0);
    expect(caller.of('columns').flatMap(({ request }) => request.dims)).not.toContain(3);
  });

  test('of another dimension fetches its column once, and is arithmetic from then on', async () => {
    const { store, caller } = await explored();
    fetchColumns(store, caller, unexpected);
    store.actions.toggleCut(0);
    expect(selectAnisotropy(store.getState())?.after).toBeUndefined();
    const call = caller.last('columns');
    // with those of the dimensions that bring most to the cosine
    expect(call.request).toEqual({ handle: 1, dims: [0, 1, 2] });
    call.resolve(held(1, [0, 1, 2]).columns);
    await settled();
    expect(selectAnisotropy(store.getState())?.after?.[1]).toBeCloseTo(16 / Math.sqrt(16 * 17));
    store.actions.toggleCut(0);
    store.actions.toggleCut(0);
    expect(caller.of('columns')).toHaveLength(1);
  });

  test('fetches the columns of random cuts where those are asked for, and only then', async () => {
    const { store, caller } = await explored();
    fetchColumns(store, caller, unexpected);
    const { before } = store.getState();
    if (!before) expect.fail();
    const items = {
      exploration: before.exploration,
      mode: 'tokens',
      items: [0, 1],
      held: held(2, [3]),
    } as const;
    store.setState({ matrixBefore: items });
    store.actions.toggleCut(3);
    const ofItems = () => caller.of('columns').filter(({ request }) => request.handle === 2);
    expect(ofItems()).toHaveLength(0);
    store.actions.showRandomBand(true);
    expect(ofItems().map(({ request }) => new Set(request.dims))).toEqual([new Set([0, 1, 2])]);
    store.actions.toggleCut(3);
    store.actions.toggleCut(3);
    expect(ofItems()).toHaveLength(1);
  });

  test('leaves alone what does not depend on it', async () => {
    const { store } = await explored();
    const tails = selectTailDims(store.getState());
    const { before } = selectAnisotropy(store.getState()) ?? {};
    store.actions.toggleCut(3);
    expect(selectTailDims(store.getState())).toBe(tails);
    expect(selectAnisotropy(store.getState())?.before).toBe(before);
  });
});

describe('a cut inside the network', () => {
  test('runs the same text again with the dimension zeroed, and keeps before beside it', async () => {
    const { store, caller } = await explored();
    followInside(store, caller);
    store.actions.toggleCut(3);
    store.actions.setWhere('inside');
    const call = caller.last('explore');
    expect(call.request.inside).toEqual({ dims: [3], from: 1 });
    expect(call.request.sentences).toEqual(['One two.', 'Three four.']);
    expect(selectAnisotropy(store.getState())?.after).toBeUndefined();
    call.resolve(exploration(call.request, 2));
    await settled();
    expect(selectAnisotropy(store.getState())?.after).toBeDefined();
    expect(store.getState().before?.exploration.handle).toBe(1);
  });

  test('shows no answer to an older cut', async () => {
    const { store, caller } = await explored();
    followInside(store, caller);
    store.actions.setWhere('inside');
    store.actions.toggleCut(3);
    store.actions.toggleCut(2);
    const [, first, second] = caller.of('explore');
    second?.resolve(exploration(second.request, 3));
    first?.resolve(exploration(first.request, 2));
    await settled();
    expect(store.getState().inside?.exploration.handle).toBe(3);
    expect(first?.options.signal?.aborted).toBe(true);
  });
});

test('the guide holds the control inside against the same cut inside', async () => {
  const { store, caller } = await explored();
  followInside(store, caller);
  store.actions.setWhere('inside');
  store.actions.toggleCut(3);
  const answer = async (handle: number) => {
    const call = caller.last('explore');
    call.resolve(exploration(call.request, handle));
    await settled();
  };
  await answer(2);
  store.actions.setControl(true);
  await answer(3);
  const guide = selectGuide(store.getState());
  // the fake network answers every cut alike
  expect(guide).toMatchObject({
    kind: 'control',
    instead: { cut: [3], after: expect.closeTo(16 / 17) as number },
  });
  store.actions.drawAgain();
  await answer(4);
  expect(selectGuide(store.getState())).toMatchObject({
    instead: { after: expect.closeTo(16 / 17) as number },
  });
});

test('the guide knows of a control inside what is switched, even where that has never run', async () => {
  const { store, caller } = await explored();
  followInside(store, caller);
  store.setState({ where: 'inside', cut: [3], control: true });
  const call = caller.last('explore');
  call.resolve(exploration(call.request, 2));
  await settled();
  expect(selectGuide(store.getState())).toMatchObject({ instead: { cut: [3], after: undefined } });
});

describe('loading a model', () => {
  test('drops a link’s layer and dimensions that it does not have, and says so', async () => {
    const store = createAppStore({ cut: [2, 99], layer: 7, dimension: 3 });
    const caller = new FakeCaller();
    loadModel(store, caller, 'small');
    caller.last('load').resolve(MODEL);
    await settled();
    const { cut, layer, dimension, notices } = store.getState();
    expect({ cut, layer, dimension }).toEqual({ cut: [2], layer: undefined, dimension: 3 });
    expect(notices.map(({ text }) => text)).toEqual([
      'The link names what small does not have, and it was left out: layer 7 and dimension 99. It has layers 0–1 and dimensions 0–3.',
    ]);
  });

  test('that fails can be tried again', async () => {
    const store = createAppStore();
    const caller = new FakeCaller();
    const { retry } = loadModel(store, caller, 'small');
    caller.last('load').reject(TailscopeError.of('no-worker'));
    await settled();
    expect(store.getState().model.kind).toBe('failed');
    retry();
    caller.last('load').resolve(MODEL);
    await settled();
    expect(store.getState().model.kind).toBe('ready');
  });

  test('that a link names by its files waits for them', () => {
    const store = createAppStore({ modelAsked: { kind: 'files', name: 'mine', sha256: 'ab' } });
    const caller = new FakeCaller();
    loadModel(store, caller, 'small');
    expect(caller.count).toBe(0);
    expect(store.getState().model.kind).toBe('idle');
  });
});

describe('a remedy', () => {
  test('runs the text again with it, and what it is compared with beside it', async () => {
    const { store, caller } = await explored();
    followInside(store, caller);
    store.actions.setRemedy({ kind: 'center' });
    store.actions.setAgainst({ cut: false, where: undefined, remedy: { kind: 'whiten' } });
    const asked = caller.of('explore').map(({ request }) => request.remedied);
    expect(asked).toEqual([
      undefined,
      { cut: [], remedy: { kind: 'center' } },
      { cut: [], remedy: { kind: 'whiten' } },
    ]);
    expect(selectAnisotropy(store.getState())).toBeUndefined();
    for (const [i, call] of caller.of('explore').entries()) call.resolve(exploration(call.request, i + 1));
    await settled();
    expect(selectAnisotropy(store.getState())?.after).toBeDefined();
  });

  test('or a cut inside the network, held against by the same cut after it', async () => {
    const { store, caller } = await explored();
    followInside(store, caller);
    store.actions.toggleCut(3);
    store.actions.setAgainst({ cut: true, where: 'inside', remedy: undefined });
    expect(caller.last('explore').request.inside).toEqual({ dims: [3], from: 1 });
    const whole = selectAnisotropy(store.getState());
    expect(whole).toBeUndefined();
    const inside = caller.last('explore');
    inside.resolve(exploration(inside.request, 2));
    await settled();
    expect(selectAnisotropy(store.getState())?.after).toBeDefined();
  });

  test('after a cut inside is fitted on what that leaves', async () => {
    const { store, caller } = await explored();
    followInside(store, caller);
    store.actions.setWhere('inside');
    store.actions.toggleCut(3);
    store.actions.setRemedy({ kind: 'center' });
    expect(caller.last('explore').request).toMatchObject({
      inside: { dims: [3], from: 1 },
      remedied: { cut: [], remedy: { kind: 'center' } },
    });
  });
});
