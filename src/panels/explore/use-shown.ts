import { selectDimension, selectLayer } from '../../store/derive/choice.ts';
import { selectDrawnTails, vectorsOf } from '../../store/derive/drawn.ts';
import { selectClosest } from '../../store/derive/tails.ts';
import type { Tail } from '../../measures/detect-tails.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import { selectOlder } from '../../store/wanted.ts';
import { selectEffectiveCut } from '../../store/derive/effective-cut.ts';
import { strings } from '../../strings/index.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { dimNames, type Findings } from './tail-titles.ts';
import { sampleLine, shownModelName } from './words.ts';

/** What every chart of the view shares. */
export interface ShownForChart {
  readonly exploration: Exploration;
  /** Model, tokens measured, specials, seed. */
  readonly sample: string;
  /** The same with something else measured than tokens. */
  readonly sampleOf: (measured: string) => string;
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
  const cut = useApp(selectEffectiveCut);
  const where = useApp((state) => state.where);
  if (!shown) return undefined;
  const { exploration } = shown;
  const findings = { tails, closest, vectors: vectorsOf(exploration) };
  return {
    exploration,
    sample: sampleLine(name, shown),
    sampleOf: (measured) => sampleLine(name, shown, measured),
    cutNote: cut.length === 0 ? undefined : strings.explore.cutNote[where](dimNames(cut)),
    stale,
    layer,
    dimension,
    tails,
    findings,
    onSelect,
    onHover,
  };
}
