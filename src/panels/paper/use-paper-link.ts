import { useEffect, useState } from 'react';
import { PAPER_CODEC } from '../../store/link/paper-codec.ts';
import type { PaperRun } from '../../store/state.ts';
import { useAppHandle } from '../../store/use-app.ts';

/** A link is made anew so long after the last change, in milliseconds: of a long text it takes some work. */
const PAUSE = 500;

/** A link to this view with the model, the data and the cut at hand, before any claim is run; undefined until it is made. */
export function usePaperLink(): string | undefined {
  const { store, link } = useAppHandle();
  const [base, setBase] = useState<string>();
  useEffect(() => {
    let turn = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const make = (): void => {
      const mine = ++turn;
      link({ view: 'paper', paperRuns: [] }).then(
        (address) => {
          if (mine === turn) setBase(address);
        },
        () => {
          // an old browser that cannot deflate: the address says so already
          setBase(undefined);
        },
      );
    };
    make();
    const unsubscribe = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(make, PAUSE);
    });
    return () => {
      turn = Infinity;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, link]);
  return base;
}

/** The link with some claims' measurements run. */
export function linkWith(base: string, runs: readonly PaperRun[]): string {
  return runs.length === 0 ? base : `${base}&${PAPER_CODEC.key}=${runs.join()}`;
}
