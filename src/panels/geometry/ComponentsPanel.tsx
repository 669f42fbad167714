import { useMemo, useState, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { PointMap, type MapSide } from '../../charts/points/PointMap.tsx';
import { count, percent } from '../../charts/scale/format.ts';
import { selectDimension } from '../../store/derive/choice.ts';
import { planeOf, type PlaneOfLayer } from '../../store/derive/lab/geometry.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { mapTable, pointLines } from './map-words.ts';
import { PointRead } from './PointRead.tsx';
import { useGeometry } from './use-geometry.ts';

const words = strings.geometryView.map;

/** Tokens in the plane of the two directions along which vectors vary most, before and after. */
export function ComponentsPanel(): ReactNode {
  const shown = useGeometry();
  const dimension = useApp(selectDimension);
  const [pointed, setPointed] = useState<number>();
  const sides = shown?.sides;
  const layer = shown?.layer ?? 0;
  const { baseName = '', cutName = '' } = shown ?? {};
  const [before, after] = useMemo(() => {
    if (!sides) return [];
    const planes = [sides.before, sides.after].map((side) => side && planeOf(side, layer));
    return planes.map((plane, i) => plane && sideOf(plane, i === 0 ? baseName : cutName, dimension));
  }, [sides, layer, dimension, baseName, cutName]);
  const points = sides?.before.result.points;
  const sentences = shown?.answer.asked.data;
  const lines = useMemo(() => pointLines(points ?? [], sentences ?? []), [points, sentences]);
  if (!shown || !points || !before) return null;
  const share = heldBy(planeOf(shown.sides.before, layer));
  const left = shown.sides.after && heldBy(planeOf(shown.sides.after, layer));
  return (
    <ChartFrame
      title={
        left === undefined
          ? words.components.title(percent(share), shown.where)
          : words.components.titleMoved(percent(share), percent(left), shown.where)
      }
      sentence={words.components.sentence}
      sample={shown.sampleOf(words.points(count(points.length), count(shown.answer.result.tokens)))}
      summary={words.summary}
      name={`components-layer-${layer}`}
      rows={() => mapTable(points, before.places, after?.places)}
      savedWith={shown.cutNote}
      stale={shown.stale}
      terms={['components', 'token', 'dimension']}
    >
      <PointMap
        before={before}
        after={after}
        label={words.control}
        lines={lines}
        selected={pointed}
        onSelect={setPointed}
      />
      <PointRead points={points} sentences={sentences ?? []} pointed={pointed} />
    </ChartFrame>
  );
}

/** The share of the variance that the plane holds. */
function heldBy({ components }: PlaneOfLayer): number {
  const { variances, total } = components;
  return total > 0 ? variances.reduce((sum, variance) => sum + variance, 0) / total : 0;
}

function sideOf({ places, components }: PlaneOfLayer, name: string, dimension: number): MapSide {
  const { variances, vectors, total } = components;
  const dims = vectors.length / Math.max(1, variances.length);
  const share = (i: number): string => percent(total > 0 ? (variances[i] ?? 0) / total : 0);
  return {
    name,
    places,
    axes: [words.components.axis(1, share(0)), words.components.axis(2, share(1))],
    arrow: {
      name: String(dimension),
      x: vectors[dimension] ?? 0,
      y: vectors[dims + dimension] ?? 0,
    },
  };
}
