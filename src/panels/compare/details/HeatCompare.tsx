import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { heatTable, LayerHeatMap } from '../../../charts/heat/LayerHeatMap.tsx';
import { signed } from '../../../charts/scale/format.ts';
import { zByLayer } from '../../../measures/z-of-mean.ts';
import { selectLayer } from '../../../store/derive/choice.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useActions, useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import { farthest } from '../../explore/farthest.ts';
import { treatedTitle } from '../../explore/tail-titles.ts';
import { layerNames } from '../../explore/words.ts';
import type { Compared } from '../use-compared.ts';
import type { ComparedSide } from '../use-side.ts';
import { sideWords, textSample } from './side-words.ts';
import { Twins } from './Twins.tsx';

const words = strings.explore;
const UNCUT: ReadonlySet<number> = new Set();

/** How far the mean of every dimension of either side lies out, layer by layer. */
export function HeatCompare({ compared: { a, b, names } }: { readonly compared: Compared }): ReactNode {
  return (
    <Twins>
      <SideHeat side={a} name={names.nameA} />
      <SideHeat side={b} name={names.nameB} />
    </Twins>
  );
}

function SideHeat({ side, name }: { readonly side: ComparedSide; readonly name: string }): ReactNode {
  const { portrait, tails: found } = side;
  const chosen = useApp(selectLayer);
  const dimension = useApp((state) => state.dimension);
  const hovered = useApp((state) => state.hoveredDimension);
  const data = useApp((state) => selectData('words', state)?.name ?? '');
  const { selectDimension, selectLayer: onLayer, hoverDimension } = useActions();
  const z = useMemo(
    () => portrait && Float32Array.from(zByLayer(portrait, portrait.mean, portrait.square)),
    [portrait],
  );
  const layers = useMemo(() => layerNames(portrait?.layers ?? 0), [portrait]);
  const full = useMemo(() => layers.map((_, l) => words.layer(l)), [layers]);
  const whitened = side.side.remedy?.kind === 'whiten';
  const tails = useMemo(
    // a dimension that is a tail of all tokens, and of a special one at the other end, is named once
    () =>
      (whitened ? [] : found)
        .filter(({ dim }, i) => found.findIndex((tail) => tail.dim === dim) === i)
        .map(({ dim, side: end, scope }) => ({ dim, side: end, faint: scope === 'special' })),
    [found, whitened],
  );
  if (!portrait || !z) return null;
  const { dims } = portrait;
  const layer = Math.min(chosen, portrait.layers - 1);
  const most = farthest(z, dims);
  const { titled, sentence, prefix } = sideWords(side, name);
  return (
    <ChartFrame
      title={titled(treatedTitle(most))}
      sentence={sentence(words.heat.sentence)}
      sample={textSample(side, data, portrait)}
      summary={words.heat.summary(most.dim, words.layer(most.layer), signed(most.z, 1))}
      name={`${prefix}z-by-layer`}
      heading={4}
      terms={['layer', 'sd', 'z', 'tail', 'dimension']}
      rows={() => heatTable(z, dims, full, undefined)}
    >
      <LayerHeatMap
        z={z}
        dims={dims}
        layers={layers}
        names={full}
        tails={tails}
        cut={UNCUT}
        layer={layer}
        selected={dimension}
        hovered={hovered}
        onHover={hoverDimension}
        onSelect={(dim, of) => {
          selectDimension(dim);
          onLayer(of);
        }}
      />
    </ChartFrame>
  );
}
