import { useEffect } from 'react';
import { selectModel } from '../../store/model.ts';
import { useApp } from '../../store/use-app.ts';
import { useAsk, type Ask } from '../../store/use-ask.ts';

/** A question that is asked as soon as it is wanted. */
export function useAsked<N extends 'position-probe' | 'sts'>(
  name: N,
  request: Parameters<typeof useAsk<N>>[1],
  wanted: boolean,
): Ask<N> {
  const asked = useAsk(name, request, 'on demand');
  const { ask, answer, running, failure } = asked;
  const due = wanted && answer === undefined && running === undefined && failure === undefined;
  const model = useApp(selectModel);
  useEffect(() => {
    if (due && model) ask();
  }, [due, model, ask]);
  return asked;
}
