import { useCallback, useMemo, useState } from 'react';
import { placesOf } from './curves.ts';
import type { ModelRecord } from './record.ts';

/** The place in training that the charts write their values of. */
export interface Timeline {
  /** Tokens read at every report of some model, ascending. */
  readonly places: readonly number[];
  /** An index of `places`; the last one where nothing is pointed at. */
  readonly at: number;
  readonly move: (at: number | undefined) => void;
}

export function useTimeline(records: readonly ModelRecord[]): Timeline {
  const [pointed, setPointed] = useState<number>();
  const places = useMemo(() => placesOf(records), [records]);
  const move = useCallback((at: number | undefined) => {
    setPointed(at);
  }, []);
  const last = places.length - 1;
  return { places, at: Math.max(0, Math.min(pointed ?? last, last)), move };
}
