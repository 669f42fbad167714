import { keyOf, type RemoteModel, readReference, type Reference } from '../../checkpoint/sources/index.ts';
import { TailscopeError } from '../../core/error.ts';
import type { Caller } from '../caller.ts';
import { failureOf } from '../effects/settle.ts';
import type { RemoteName } from '../state.ts';
import type { AppStore } from '../store.ts';
import { referenceOf } from './reference-of.ts';

export interface Looking {
  /** Looks up what a person named, and says what there is or why it cannot be had. */
  readonly look: (text: string) => void;
  /** Looks up what there is where a model comes from. */
  readonly lookAround: (model: RemoteName) => void;
  readonly lookAgain: () => void;
  /** Shows where the tails of a model begin, without downloading it. */
  readonly peek: (model: RemoteModel) => void;
}

/** Asks other hosts what they have: only ever for what a person named, and one thing at a time. */
export function lookFor(store: AppStore, caller: Caller): Looking {
  let abort = new AbortController();

  const lookUp = async (reference: Reference): Promise<void> => {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    store.setState({ lookup: { kind: 'looking', reference }, peeking: { kind: 'none' } });
    try {
      const found = await caller.call('look', { reference }, { signal });
      if (!signal.aborted) store.setState({ lookup: { kind: 'found', reference, found } });
    } catch (error) {
      const failure = failureOf(error);
      if (failure && !signal.aborted)
        store.setState({ lookup: { kind: 'failed', reference, error: failure } });
    }
  };

  return {
    look: (text) => {
      try {
        void lookUp(readReference(text, store.getState().hub));
      } catch (error) {
        abort.abort();
        const lookup = { kind: 'failed', reference: undefined, error: TailscopeError.from(error) } as const;
        store.setState({ lookup, peeking: { kind: 'none' } });
      }
    },
    lookAround: (model) => {
      void lookUp(referenceOf(model));
    },
    lookAgain: () => {
      const { lookup } = store.getState();
      if (lookup.kind === 'failed' && lookup.reference) void lookUp(lookup.reference);
    },
    peek: (model) => {
      const key = keyOf(model);
      const { signal } = abort;
      store.setState({ peeking: { kind: 'peeking', key } });
      // a look at something else makes nobody wait for this one
      const wanted = (): boolean => {
        const { peeking } = store.getState();
        return !signal.aborted && peeking.kind === 'peeking' && peeking.key === key;
      };
      const { place, files } = model;
      caller.call('peek', { place, files }, { signal, slot: 'peek' }).then(
        (peeked) => {
          if (wanted()) store.setState({ peeking: { kind: 'peeked', key, peeked } });
        },
        (error: unknown) => {
          const failure = failureOf(error);
          if (failure && wanted()) store.setState({ peeking: { kind: 'failed', key, error: failure } });
        },
      );
    },
  };
}
