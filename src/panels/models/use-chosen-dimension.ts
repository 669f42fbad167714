import { useCallback, useState } from 'react';
import { selectDimension } from '../../store/derive/choice.ts';
import type { State } from '../../store/state.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import type { ModelRecord } from './record.ts';

/** The dimension chosen of each model: of the one in use it is the page's, of another it stays here. */
export interface ChosenDimension {
  readonly of: (record: Pick<ModelRecord, 'key' | 'inUse'>) => number | undefined;
  readonly choose: (record: Pick<ModelRecord, 'key' | 'inUse'>, dim: number) => void;
}

/** Whether what is on screen in other views is of the model that is asked for now. */
function measuresModelInUse({ before, model, modelAsked }: State): boolean {
  if (!before) return false;
  // the example was computed with the model that the page opens with
  if (!before.model) return modelAsked.kind === 'default';
  return model.kind === 'ready' && before.model === model.model;
}

export function useChosenDimension(): ChosenDimension {
  const own = useApp(selectDimension);
  const measured = useApp(measuresModelInUse);
  const [others, setOthers] = useState<ReadonlyMap<string, number>>(new Map());
  const { selectDimension: select } = useActions();
  const of = useCallback<ChosenDimension['of']>(
    ({ key, inUse }) => (inUse && measured ? own : others.get(key)),
    [own, measured, others],
  );
  const choose = useCallback<ChosenDimension['choose']>(
    ({ key, inUse }, dim) => {
      if (inUse) select(dim);
      setOthers((known) => new Map(known).set(key, dim));
    },
    [select],
  );
  return { of, choose };
}
