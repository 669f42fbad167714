import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { LayerHeatMap, heatTable } from '../../charts/heat/LayerHeatMap.tsx';
import { signed } from '../../charts/scale/format.ts';
import { selectCutFrom, selectCutSet, selectZAfter, zByLayer } from '../../store/derive/drawn.ts';
import { selectTokenStates, tokenExtremes } from '../../store/derive/token.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { heatTitle } from './tail-titles.ts';
import { useShown } from './use-shown.ts';
import { layerNames } from './words.ts';

const words = strings.explore;
const TERMS = ['layer', 'sd', 'z'] as const;

/** Every layer and dimension at once. */
export function HeatPanel(): ReactNode {
  const shown = useShown();
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
  if (!shown) return null;
  const { exploration, layer } = shown;
  const { dims } = exploration;
  const z = zByLayer(exploration);
  const most = farthest(z);
  return (
    <ChartFrame
      terms={TERMS}
      title={heatTitle(shown.findings, { dim: most % dims, layer: Math.floor(most / dims), z: z[most] ?? 0 })}
      sentence={cut.size > 0 ? `${words.heat.sentence} ${words.heat.cut}` : words.heat.sentence}
      sample={shown.sample}
      summary={words.heat.summary(most % dims, words.layer(Math.floor(most / dims)), signed(z[most] ?? 0, 1))}
      name="z-by-layer"
      rows={() => heatTable(z, dims, names, after)}
      savedWith={shown.cutNote}
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
        token={far}
        layer={layer}
        selected={shown.dimension}
        hovered={hovered}
        onHover={shown.onHover}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}

function farthest(z: Float32Array): number {
  let best = 0;
  for (let i = 1; i < z.length; i++) if (Math.abs(z[i] ?? 0) > Math.abs(z[best] ?? 0)) best = i;
  return best;
}
