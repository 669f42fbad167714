import { THRESHOLDS } from '../../measures/threshold-grid.ts';
import { selectWicGrids } from '../../store/derive/lab/wic.ts';
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
  const best = grids.before.bestByLayer[shown.layer]?.threshold ?? THRESHOLDS[0];
  return {
    shown,
    grids,
    threshold:
      chosen !== undefined && chosen < THRESHOLDS.length
        ? chosen
        : THRESHOLDS.findIndex((value) => value === best),
    choose: (layer, threshold) => {
      selectLayer(layer);
      open('threshold', threshold);
    },
  };
}
