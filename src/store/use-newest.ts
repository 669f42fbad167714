import { useEffect, useState } from 'react';
import type { Request, Response } from '../protocol/messages.ts';
import type { LoadedModel } from '../protocol/model.ts';
import type { AskName } from './asks.ts';
import { selectModel } from './model.ts';
import { useApp } from './use-app.ts';
import { useAsk, type Ask, type AskWhen } from './use-ask.ts';

/** An answer with what was asked to get it. */
export interface Answered<N extends AskName> {
  readonly request: Request<N>;
  readonly answer: Response<N>;
  readonly model: LoadedModel;
}

export interface Newest<N extends AskName> {
  readonly ask: Ask<N>;
  /** The newest that there is; it may answer what was asked before. */
  readonly shown: Answered<N> | undefined;
  readonly stale: boolean;
}

/**
 * A question that moves with what a person types and switches: the last answer stays in sight until the next has
 * come, and what nobody waits for any more is taken back. To be used in one place for each question.
 */
export function useNewest<N extends AskName>(
  name: N,
  request: Request<N> | undefined,
  when: AskWhen,
): Newest<N> {
  const ask = useAsk(name, request, when);
  const model = useApp(selectModel);
  const [last, setLast] = useState<Answered<N>>();
  const { answer, cancel } = ask;
  useEffect(() => cancel, [cancel]);
  if (answer === undefined || request === undefined || model === undefined)
    return { ask, shown: last, stale: last !== undefined };
  if (last?.answer === answer) return { ask, shown: last, stale: false };
  const shown = { request, answer, model };
  setLast(shown);
  return { ask, shown, stale: false };
}
