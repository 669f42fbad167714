import { selectDimension, selectLayer } from '../../store/derive/choice.ts';
import { selectDrawnTails, vectorsOf } from '../../store/derive/drawn.ts';
import { selectClosest } from '../../store/derive/tails.ts';
import type { Tail } from '../../measures/detect-tails.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { selectOlder } from '../../store/wanted.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { useComparison, type Comparison } from '../comparison/use-comparison.ts';
import type { Findings } from './tail-titles.ts';
import { sampleLine, shownModelName } from './words.ts';

/** What every chart of the view shares. */
export interface ShownForChart {
  readonly exploration: Exploration;
  /** Model, tokens measured, specials, seed. */
  readonly sample: string;
  /** The same with something else measured than tokens. */
  readonly sampleOf: (measured: string) => string;
  readonly comparison: Comparison;
  /** What is cut and where, for pictures that leave the page. */
  readonly cutNote: string | undefined;
  readonly stale: boolean;
  readonly layer: number;
  readonly dimension: number;
  readonly tails: readonly Tail[];
  /** What titles speak of. */
  readonly findings: Findings;
  readonly onSelect: (dim: number) => void;
  readonly onHover: (dim: number | undefined) => void;
}

/** undefined until there is something to draw. */
export function useShown(): ShownForChart | undefined {
  const shown = useApp((state) => state.before);
  const name = useApp(shownModelName);
  const stale = useApp(selectOlder);
  const layer = useApp(selectLayer);
  const dimension = useApp(selectDimension);
  const tails = useApp(selectDrawnTails);
  const closest = useApp(selectClosest);
  const { selectDimension: onSelect, hoverDimension: onHover } = useActions();
  const comparison = useComparison();
  if (!shown) return undefined;
  const { exploration } = shown;
  const findings = { tails, closest, vectors: vectorsOf(exploration) };
  return {
    exploration,
    sample: sampleLine(name, shown),
    sampleOf: (measured) => sampleLine(name, shown, measured),
    comparison,
    cutNote: comparison.note,
    stale,
    layer,
    dimension,
    tails,
    findings,
    onSelect,
    onHover,
  };
}
