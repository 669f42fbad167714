import { useEffect, useState } from 'react';

/** Between a change and the first piece: a cut is drawn first, and one of several in a row is never begun on. */
const AFTER = 150;

/**
 * The results of pieces of work, once all are done: each in a task of its own, so that nothing on the page waits for more than one.
 * @param pieces the same array as long as they are the same; undefined while there is nothing to do
 */
export function useInSlices<T>(pieces: readonly (() => T)[] | undefined): readonly T[] | undefined {
  const [done, setDone] = useState<{
    readonly of: readonly (() => T)[];
    readonly results: readonly T[];
  }>();
  useEffect(() => {
    if (!pieces) return undefined;
    const results: T[] = [];
    const next = (): void => {
      const piece = pieces[results.length];
      if (piece) {
        results.push(piece());
        timer = setTimeout(next);
      } else setDone({ of: pieces, results });
    };
    let timer = setTimeout(next, AFTER);
    return () => {
      clearTimeout(timer);
    };
  }, [pieces]);
  return done?.of === pieces ? done?.results : undefined;
}
