import { useMemo } from 'react';
import type { TaskScoresRequest } from '../../../protocol/experiments/compare.ts';
import { selectLayer } from '../../../store/derive/choice.ts';
import { useApp } from '../../../store/use-app.ts';
import { useAsk, type Ask } from '../../../store/use-ask.ts';
import { lastLayer } from './last-layer.ts';
import type { Compared } from '../use-compared.ts';
import type { ComparedSide } from '../use-side.ts';
import {
  matricesOf,
  pairsOfPlaces,
  type MatricesOfBoth,
  type PairCosines,
  type PlacePair,
  type WordPlace,
} from './word-pairs.ts';

export interface Matrices {
  readonly asks: readonly Ask<'task-scores'>[];
  /** Undefined until both sides ran. */
  readonly both: MatricesOfBoth | undefined;
  readonly pairs: number;
  readonly layer: number;
}

/**
 * The words of some sentences by the vectors of both sides.
 * @param places the same as long as they hold the same
 * @param name what errors call them
 */
export function useMatrices({ a, b }: Compared, places: readonly WordPlace[], name: string): Matrices {
  const pairs = useMemo(() => pairsOfPlaces(places), [places]);
  const chosen = useApp(selectLayer);
  const one = usePairs(a, pairs, name);
  const other = usePairs(b, pairs, name);
  // one layer, which both have
  const layer = Math.min(chosen, lastLayer(one), lastLayer(other));
  const ofA = useInLayer(one, layer);
  const ofB = useInLayer(other, layer);
  const both = useMemo(() => ofA && ofB && matricesOf(pairs, ofA, ofB), [pairs, ofA, ofB]);
  return { asks: [one, other], both, pairs: pairs.length, layer };
}

function usePairs({ setting }: ComparedSide, pairs: readonly PlacePair[], name: string): Ask<'task-scores'> {
  const request = useMemo(
    (): TaskScoresRequest | undefined =>
      setting && pairs.length > 0 ? { setting, task: { kind: 'wic', pairs }, name } : undefined,
    [setting, pairs, name],
  );
  return useAsk('task-scores', request, 'in the background');
}

function useInLayer({ answer }: Ask<'task-scores'>, layer: number): PairCosines | undefined {
  return useMemo(() => {
    const evidence = answer?.evidence;
    if (evidence?.kind !== 'wic') return undefined;
    const { measured, cosines } = evidence;
    return { measured, cosines: cosines.subarray(layer * measured.length, (layer + 1) * measured.length) };
  }, [answer, layer]);
}
