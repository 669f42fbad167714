import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Request } from '../protocol/messages.ts';
import type { Asked, AskName } from './asks.ts';
import { selectBeside } from './beside.ts';
import { selectModel } from './model.ts';
import { useApp, useAppHandle } from './use-app.ts';

export type AskWhen = 'at once' | 'in the background' | 'on demand';

export interface Ask<N extends AskName> extends Asked<N> {
  readonly ask: () => void;
  readonly cancel: () => void;
  /** Lets what is asked on demand wait, or go on. */
  readonly pause: () => void;
  readonly resume: () => void;
}

/**
 * What became of a question to the worker.
 * @param request undefined while there is nothing to ask; the same object as long as it asks the same
 * @param when 'at once' asks as soon as there is a model, 'in the background' too, behind what is live; 'on demand' when `ask` is called
 */
export function useAsk<N extends AskName>(name: N, request: Request<N> | undefined, when: AskWhen): Ask<N> {
  const { asks } = useAppHandle();
  const model = useApp(selectModel);
  const beside = useApp(selectBeside);
  const state = useSyncExternalStore(asks.subscribe, () => asks.state(name, request));
  const failed = state.failure !== undefined;
  const ask = useCallback(() => {
    if (request !== undefined) asks.ask(name, request, when === 'at once' ? 'live' : 'batch');
  }, [asks, name, request, when]);
  const cancel = useCallback(() => {
    if (request !== undefined) asks.cancel(name, request);
  }, [asks, name, request]);
  const steer = useMemo(() => {
    const to = (paused: boolean) => () => {
      if (request !== undefined) asks.pause(name, request, paused);
    };
    return { pause: to(true), resume: to(false) };
  }, [asks, name, request]);
  useEffect(() => {
    if (when !== 'on demand' && model && !failed) ask();
    // a question about the second model waits for it
  }, [ask, when, model, beside, failed]);
  return useMemo(() => ({ ...state, ask, cancel, ...steer }), [state, ask, cancel, steer]);
}
