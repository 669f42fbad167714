import { useMemo } from 'react';
import { selectDrawnBase, type DrawnSide } from '../../store/derive/drawn-side.ts';
import type { State } from '../../store/state.ts';
import { isNothing, sameTreatment, selectBase, selectTreatment } from '../../store/treatments.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { comparisonNote, raised, sideName } from '../comparison/deed.ts';

const words = strings.comparison.drawn;

/** What stands before in a chart, and what the chart says of it. */
export interface DrawnBefore {
  readonly side: DrawnSide;
  /** Whether these are the vectors as they are, of which the tails were found. */
  readonly whole: boolean;
  /** The title, which names what is drawn where that is not the vectors as they are. */
  readonly titled: (title: string) => string;
  /** The sentence, and which side is which where one would not guess it. */
  readonly said: (sentence: string) => string;
  /** For pictures that leave the page: of what is drawn, which is not always what was chosen. */
  readonly note: string | undefined;
}

/** undefined until there is something to draw. */
export function useDrawnBefore(
  select: (state: State) => DrawnSide | undefined = selectDrawnBase,
): DrawnBefore | undefined {
  const side = useApp(select);
  const base = useApp(selectBase);
  const treatment = useApp(selectTreatment);
  return useMemo(() => {
    if (!side) return undefined;
    const whole = isNothing(side.treatment);
    const lacks = !sameTreatment(side.treatment, base);
    const name = sideName(side.treatment);
    const more = lacks
      ? words.lacks(sideName(base))
      : whole
        ? undefined
        : words.sides(name, sameTreatment(side.treatment, treatment) ? '' : sideName(treatment));
    return {
      side,
      whole,
      titled: (title) => (whole ? title : words.title(raised(name), title)),
      said: (sentence) => (more === undefined ? sentence : `${sentence} ${more}`),
      note: comparisonNote({ base: side.treatment, treatment, control: false }),
    };
  }, [side, base, treatment]);
}
