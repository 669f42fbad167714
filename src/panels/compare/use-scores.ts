import { useMemo } from 'react';
import type { TaskKind, TaskScoresRequest } from '../../protocol/experiments/compare.ts';
import { useAppHandle, useApp } from '../../store/use-app.ts';
import { selectData } from '../../store/trials/data-of.ts';
import { dataIdOf, taskOf } from '../../store/trials/task-of.ts';
import { useAsk, type Ask, type AskWhen } from '../../store/use-ask.ts';
import type { ComparedSide } from './use-side.ts';

/** One task's scores of one side. */
export function useScores(kind: TaskKind, { setting }: ComparedSide, when: AskWhen): Ask<'task-scores'> {
  const { store } = useAppHandle();
  const data = useApp((state) => selectData(dataIdOf(kind), state)?.data);
  const request = useMemo((): TaskScoresRequest | undefined => {
    const named = data && taskOf(kind, store.getState());
    return setting && named && { setting, ...named };
  }, [kind, setting, data, store]);
  return useAsk('task-scores', request, when);
}
