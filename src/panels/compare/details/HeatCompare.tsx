import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { heatTable, LayerHeatMap } from '../../../charts/heat/LayerHeatMap.tsx';
import { signed } from '../../../charts/scale/format.ts';
import { zByLayer } from '../../../measures/z-of-mean.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useActions, useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import lab from '../../lab/lab.module.css';
import { farthest } from '../../explore/farthest.ts';
import { treatedTitle } from '../../explore/tail-titles.ts';
import { layerNames } from '../../explore/words.ts';
import type { Compared } from '../use-compared.ts';
import type { ComparedSide } from '../use-side.ts';
import { useSharedLayer } from './use-shared-layer.ts';
import { sideWords, textSample } from './side-words.ts';
import { Twins } from './Twins.tsx';

const words = strings.explore;
const { values } = strings.compareDetails;

/** How far the mean of every dimension of either side lies out, layer by layer. */
export function HeatCompare({ compared: { a, b, names } }: { readonly compared: Compared }): ReactNode {
  const layer = useSharedLayer(a, b);
  const scaleDims = Math.max(a.portrait?.dims ?? 0, b.portrait?.dims ?? 0);
  return (
    <Twins>
      <SideHeat side={a} name={names.nameA} layer={layer} scaleDims={scaleDims} />
      <SideHeat side={b} name={names.nameB} layer={layer} scaleDims={scaleDims} />
    </Twins>
  );
}

function SideHeat(props: {
  readonly side: ComparedSide;
  readonly name: string;
  readonly layer: number;
  /** Of the wider side: both have one scale of colours. */
  readonly scaleDims: number;
}): ReactNode {
  const { side, name, layer, scaleDims } = props;
  const { portrait, tails: found } = side;
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
  const tails = useMemo(
    // a dimension that is a tail of all tokens, and of a special one at the other end, is named once
    () =>
      found
        .filter(({ dim }, i) => found.findIndex((tail) => tail.dim === dim) === i)
        .map(({ dim, side: end, scope }) => ({ dim, side: end, faint: scope === 'special' })),
    [found],
  );
  const cut = useMemo(() => new Set(side.cut), [side.cut]);
  const { letter, titled, sentence, prefix } = sideWords(side, name);
  if (side.side.remedy?.kind === 'whiten') return <p className={lab['hint']}>{values.components(letter)}</p>;
  if (!portrait || !z) return null;
  const { dims } = portrait;
  const most = farthest(z, dims);
  return (
    <ChartFrame
      title={titled(treatedTitle(most))}
      sentence={sentence(cut.size > 0 ? `${words.heat.sentence} ${values.cut}` : words.heat.sentence)}
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
        scaleDims={scaleDims}
        layers={layers}
        names={full}
        tails={tails}
        cut={cut}
        cutFrom={side.side.cut === 'inside' ? 1 : 0}
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
