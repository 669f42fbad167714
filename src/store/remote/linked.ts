import {
  bytesOf,
  hostOf,
  keyOf,
  nameOf,
  type Found,
  type RemoteModel,
  type WeightsChoice,
} from '../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../core/error.ts';
import type { Caller } from '../caller.ts';
import { selectRemoteBeside } from '../beside.ts';
import { failureOf } from '../effects/settle.ts';
import { selectRemoteModel } from '../model.ts';
import type { AppStore } from '../store.ts';
import type { NamedModel, RemoteName, State } from '../state.ts';
import { referenceOf, refersTo } from './reference-of.ts';

/** A link's model of at most so many bytes, from the hub in use, is fetched unasked. */
export const UNASKED_BYTES = 20e6;

/** The model that a link names and that is not here: undefined while nothing is awaited. */
export function selectAwaited(state: State): RemoteName | undefined {
  const { modelAsked } = state;
  return modelAsked.kind === 'remote' && !selectRemoteModel(state) ? modelAsked : undefined;
}

/** Whether a link's model may be fetched without a question: small, and from the hub the person uses anyway. */
export function isUnasked({ place, bytes }: RemoteName, hub: string): boolean {
  return place.kind === 'hub' && place.hub === hub && bytes !== undefined && bytes <= UNASKED_BYTES;
}

/** The weights that a link names, where a look at their host found them. */
export function selectLinkedFound(state: State): WeightsChoice | undefined {
  const awaited = selectAwaited(state);
  const { lookup } = state;
  if (!awaited || lookup.kind !== 'found' || !refersTo(lookup.reference, awaited)) return undefined;
  return lookup.found.choices.find(({ weights }) => weights === awaited.weights);
}

export interface Linking {
  /** Looks up and downloads what the link names; more than it says is asked about once more. */
  readonly fetchLinked: () => void;
}

/**
 * Finds the model that a link names: in storage, without asking anyone, else at its host once the person
 * agrees. Nothing is asked of a host before that, except for a small model of the hub in use.
 */
export function followLinked(
  store: AppStore,
  caller: Caller,
  desk: { readonly list: () => Promise<void>; readonly download: (model: RemoteModel) => void },
): Linking {
  let seen: RemoteName | undefined;

  const fetchLinked = async (awaited: RemoteName, agreed: number): Promise<void> => {
    const reference = referenceOf(awaited);
    const still = (): boolean => selectAwaited(store.getState()) === awaited;
    store.setState({ lookup: { kind: 'looking', reference } });
    try {
      const found = await caller.call('look', { reference }, { slot: 'linked' });
      if (!still()) return;
      const model = modelOf(found, awaited);
      store.setState({ lookup: { kind: 'found', reference, found } });
      if ((bytesOf(model.files) ?? 0) <= agreed) desk.download(model);
    } catch (error) {
      const failure = failureOf(error);
      if (failure && still()) store.setState({ lookup: { kind: 'failed', reference, error: failure } });
    }
  };

  const follow = async (awaited: RemoteName): Promise<void> => {
    await desk.list();
    if (selectAwaited(store.getState()) !== awaited) return;
    const { stored = [], hub } = store.getState();
    const there = stored.find(({ key, whole }) => whole && key === keyOf(awaited));
    if (there) store.actions.openRemote(there.model);
    else if (isUnasked(awaited, hub)) void fetchLinked(awaited, UNASKED_BYTES);
  };

  let seenBeside: NamedModel | undefined;

  /** A second model is only ever taken from storage: to fetch one, the person asks the chooser of models. */
  const followBeside = async (awaited: NamedModel & { kind: 'remote' }): Promise<void> => {
    await desk.list();
    const { stored = [], besideAsked } = store.getState();
    const there = stored.find(({ key, whole }) => whole && key === keyOf(awaited));
    if (there && besideAsked === awaited) store.actions.putRemoteBeside(there.model);
  };

  const watch = (): void => {
    const { besideAsked } = store.getState();
    if (besideAsked !== seenBeside) {
      seenBeside = besideAsked;
      if (besideAsked?.kind === 'remote' && !selectRemoteBeside(store.getState()))
        void followBeside(besideAsked);
    }
    const awaited = selectAwaited(store.getState());
    if (awaited === seen) return;
    seen = awaited;
    if (awaited) void follow(awaited);
  };
  store.subscribe(watch);
  watch();
  return {
    fetchLinked: () => {
      const state = store.getState();
      const awaited = selectAwaited(state);
      const { lookup } = state;
      if (!awaited) return;
      // the size that was found has just been read on the button
      if (selectLinkedFound(state) && lookup.kind === 'found') desk.download(modelOf(lookup.found, awaited));
      else void fetchLinked(awaited, (awaited.bytes ?? Infinity) * TOLERANCE);
    },
  };
}

/** A little more than a link says is no other model. */
const TOLERANCE = 1.05;

/** @throws TailscopeError("remote-no-file"), or what keeps the model from being run */
function modelOf({ place, choices, problem }: Found, { weights }: RemoteName): RemoteModel {
  if (problem) throw TailscopeError.revive(problem);
  const choice = choices.find((each) => each.weights === weights);
  if (choice) return { place, weights, files: choice.files };
  throw TailscopeError.of('remote-no-file', { model: nameOf(place), file: weights, host: hostOf(place) });
}
