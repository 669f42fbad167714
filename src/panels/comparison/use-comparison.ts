import { useMemo } from 'react';
import { selectBase, selectTreatment } from '../../store/treatments.ts';
import { useApp } from '../../store/use-app.ts';
import { comparisonNote, deedOf, sideName, type Deed } from './deed.ts';

/** What every chart says of what it compares. */
export interface Comparison {
  readonly deed: Deed;
  /** Names of the two sides' lines. */
  readonly beforeName: string;
  readonly afterName: string;
  /** For pictures that leave the page; undefined where nothing is compared. */
  readonly note: string | undefined;
}

export function useComparison(): Comparison {
  const base = useApp(selectBase);
  const treatment = useApp(selectTreatment);
  const control = useApp((state) => state.control);
  return useMemo(() => {
    const compared = { base, treatment, control };
    return {
      deed: deedOf(compared),
      beforeName: sideName(base),
      afterName: sideName(treatment),
      note: comparisonNote(compared),
    };
  }, [base, treatment, control]);
}
