import { useMemo, useState, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { PointMap, type MapSide } from '../../../charts/points/PointMap.tsx';
import { count, percent } from '../../../charts/scale/format.ts';
import { selectLayer } from '../../../store/derive/choice.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import { pointLines } from '../../geometry/map-words.ts';
import { PointRead } from '../../geometry/PointRead.tsx';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import type { ComparedSide } from '../use-side.ts';
import { NothingMeasured } from './NothingMeasured.tsx';
import { Twins } from './Twins.tsx';
import { sideWords } from './side-words.ts';
import { useEvidence, type EvidenceOf, type ShownEvidence } from './use-evidence.ts';
import { useTokensSample } from './use-tokens-sample.ts';

const words = strings.geometryView.map;
const details = strings.compareDetails.vectors;
const NO_SENTENCES: readonly string[] = [];

/** Tokens of either side in the plane of its own first components. */
export function MapCompare({ compared: { a, b, names } }: { readonly compared: Compared }): ReactNode {
  const one = useEvidence('geometry', a);
  const other = useEvidence('geometry', b);
  return (
    <Twins>
      <SideMap shown={one} name={names.nameA} />
      <SideMap shown={other} name={names.nameB} />
    </Twins>
  );
}

function SideMap({
  shown,
  name,
}: {
  readonly shown: ShownEvidence<'geometry'>;
  readonly name: string;
}): ReactNode {
  const { side, found, ask } = shown;
  const chosen = useApp(selectLayer);
  const sentences = useApp((state) => selectData('words', state)?.data ?? NO_SENTENCES);
  const [pointed, setPointed] = useState<number>();
  const evidence = found?.evidence;
  const layer = Math.min(chosen, (found?.scores.length ?? 1) - 1);
  const titledName = strings.compareDetails.titled(strings.compareView.sides[side.id], name);
  const plane = useMemo(
    () => evidence && planeOf(evidence, layer, titledName, arrowOf(side)),
    [evidence, layer, titledName, side],
  );
  const lines = useMemo(() => pointLines(evidence?.points ?? [], sentences), [evidence, sentences]);
  const sample = useTokensSample(shown);
  if (!evidence || !plane) return <SideStatus asks={[ask]} />;
  const { points } = evidence;
  const { letter, titled, sentence, prefix } = sideWords(side, name);
  if (points.length < 2) return <NothingMeasured side={letter} />;
  return (
    <ChartFrame
      title={titled(words.components.title(percent(plane.held), strings.explore.inLayer(layer)))}
      sentence={sentence(details.components)}
      sample={`${sample} · ${words.points(count(points.length), count(found.measured))}`}
      summary={words.summary}
      name={`${prefix}components-layer-${layer}`}
      heading={4}
      terms={['components', 'token', 'dimension', 'tail']}
      rows={() => ({
        columns: details.placeColumns,
        rows: points.map(({ text, sentence: of }, i) => [
          text,
          of + 1,
          plane.map.places[2 * i] ?? NaN,
          plane.map.places[2 * i + 1] ?? NaN,
        ]),
      })}
    >
      <PointMap
        before={plane.map}
        label={titled(words.control)}
        lines={lines}
        selected={pointed}
        onSelect={setPointed}
      />
      <PointRead points={points} sentences={sentences} pointed={pointed} />
    </ChartFrame>
  );
}

/** The dimension whose direction is drawn: components of whitened vectors are no dimensions. */
function arrowOf({ side, tails }: ComparedSide): number | undefined {
  if (side.remedy?.kind === 'whiten') return undefined;
  return tails.find(({ scope }) => scope === 'all')?.dim;
}

interface Plane {
  readonly map: MapSide;
  /** Share of the variance in it. */
  readonly held: number;
}

function planeOf(
  { places, shares, directions, points }: EvidenceOf<'geometry'>,
  layer: number,
  name: string,
  arrow: number | undefined,
): Plane {
  const dims = directions.length / shares.length;
  const [first = 0, second = 0] = shares.subarray(2 * layer, 2 * layer + 2);
  const along = (component: number): number => directions[(2 * layer + component) * dims + (arrow ?? 0)] ?? 0;
  const map: MapSide = {
    name,
    places: places.subarray(2 * layer * points.length, 2 * (layer + 1) * points.length),
    axes: [words.components.axis(1, percent(first)), words.components.axis(2, percent(second))],
    ...(arrow !== undefined && { arrow: { name: String(arrow), x: along(0), y: along(1) } }),
  };
  return { map, held: first + second };
}
