import type { GridAt } from '../../charts/grid/GridMap.tsx';
import { THRESHOLDS, type GridCell } from '../../measures/threshold-grid.ts';
import { selectWicGrids, type WicGrid } from '../../store/derive/lab/wic.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { useTrial, type ShownTrial } from '../lab/use-trial.ts';

export interface WicCell {
  readonly shown: ShownTrial<'wic'>;
  readonly grids: NonNullable<ReturnType<typeof selectWicGrids>>;
  /** Index of the threshold on screen: the one chosen, else the best of the layer. */
  readonly threshold: number;
  readonly choose: (layer: number, threshold: number) => void;
}

/** The cell of the grid that the pairs are told by. */
export function useWicCell(): WicCell | undefined {
  const shown = useTrial('wic');
  const grids = useApp(selectWicGrids);
  const chosen = useApp((state) => state.opened.threshold);
  const { selectLayer, open } = useActions();
  if (!shown || !grids) return undefined;
  return {
    shown,
    grids,
    threshold: thresholdShown(grids.before, shown.layer, chosen),
    choose: (layer, threshold) => {
      selectLayer(layer);
      open('threshold', threshold);
    },
  };
}

/** Index of the threshold on screen in a layer: the one chosen, else the layer's best. */
export function thresholdShown({ bestByLayer }: WicGrid, layer: number, chosen: number | undefined): number {
  if (chosen !== undefined && chosen < THRESHOLDS.length) return chosen;
  return indexOf(bestByLayer[layer]?.threshold ?? THRESHOLDS[0]);
}

const indexOf = (threshold: number): number => THRESHOLDS.findIndex((value) => value === threshold);

/** Where a cell is drawn. */
export function placeOf({ layer, threshold }: GridCell): GridAt {
  return [layer, indexOf(threshold)];
}
