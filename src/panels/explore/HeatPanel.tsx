import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { LayerHeatMap, heatTable } from '../../charts/heat/LayerHeatMap.tsx';
import { signed } from '../../charts/scale/format.ts';
import { selectCutFrom, selectCutSet, selectZAfter } from '../../store/derive/drawn.ts';
import { zOf } from '../../store/derive/drawn-side.ts';
import { selectTokenStates, tokenExtremes } from '../../store/derive/token.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { farthest } from './farthest.ts';
import { heatTitle, treatedTitle } from './tail-titles.ts';
import { useDrawnBefore } from './use-drawn-before.ts';
import { useShown } from './use-shown.ts';
import { layerNames } from './words.ts';

const words = strings.explore;
const TERMS = ['layer', 'sd', 'z'] as const;

/** Every layer and dimension at once. */
export function HeatPanel(): ReactNode {
  const shown = useShown();
  const before = useDrawnBefore();
  const cut = useApp(selectCutSet);
  const cutFrom = useApp(selectCutFrom);
  const after = useApp(selectZAfter);
  const token = useApp(selectTokenStates);
  const hovered = useApp((state) => state.hoveredDimension);
  const { selectLayer, selectDimension } = useActions();
  const far = useMemo(() => token && tokenExtremes(token).map((at) => at.far), [token]);
  const count = shown?.exploration.layers ?? 0;
  const layers = useMemo(() => layerNames(count), [count]);
  const names = useMemo(() => layers.map((_, l) => words.layer(l)), [layers]);
  const onSelect = useMemo(
    () =>
      (dim: number, layer: number): void => {
        selectDimension(dim);
        selectLayer(layer);
      },
    [selectDimension, selectLayer],
  );
  const found = shown?.tails;
  const tails = useMemo(
    () => found?.map(({ dim, side, scope }) => ({ dim, side, faint: scope === 'special' })) ?? [],
    [found],
  );
  if (!shown || !before) return null;
  const { exploration, layer } = shown;
  const { dims } = exploration;
  const z = zOf(before.side);
  const most = farthest(z, dims);
  return (
    <ChartFrame
      terms={TERMS}
      title={before.titled(before.whole ? heatTitle(shown.findings, most) : treatedTitle(most))}
      sentence={before.said(cut.size > 0 ? `${words.heat.sentence} ${words.heat.cut}` : words.heat.sentence)}
      sample={shown.sample}
      summary={words.heat.summary(most.dim, words.layer(most.layer), signed(most.z, 1))}
      name="z-by-layer"
      rows={() => heatTable(z, dims, names, after)}
      savedWith={before.note}
      stale={shown.stale}
    >
      <LayerHeatMap
        z={z}
        after={after}
        dims={dims}
        layers={layers}
        names={names}
        tails={tails}
        cut={cut}
        cutFrom={cutFrom}
        token={before.whole ? far : undefined}
        layer={layer}
        selected={shown.dimension}
        hovered={hovered}
        onHover={shown.onHover}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}
