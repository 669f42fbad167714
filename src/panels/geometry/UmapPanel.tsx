import { useMemo, useState, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { PointMap, type MapSide } from '../../charts/points/PointMap.tsx';
import { count } from '../../charts/scale/format.ts';
import type { UmapRequest } from '../../protocol/experiments/umap.ts';
import { pointVectors, type GeometrySide } from '../../store/derive/lab/geometry.ts';
import { useApp } from '../../store/use-app.ts';
import { useAsk } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import labStyles from '../lab/lab.module.css';
import own from './geometry.module.css';
import { mapTable, pointLines } from './map-words.ts';
import { PointRead } from './PointRead.tsx';
import { LEAST_POINTS, UmapDrawing } from './UmapDrawing.tsx';
import { useGeometry } from './use-geometry.ts';

const words = strings.geometryView.map;

/** A map of neighbours, drawn when it is asked for: before, then after. */
export function UmapPanel(): ReactNode {
  const shown = useGeometry();
  const seed = useApp((state) => state.seed);
  const [pointed, setPointed] = useState<number>();
  const sides = shown?.sides;
  const layer = shown?.layer ?? 0;
  const before = useRequest(sides?.before, layer, seed);
  const after = useRequest(sides?.after, layer, seed);
  const one = useAsk('umap', before, 'on demand');
  const other = useAsk('umap', after, 'on demand');
  const points = sides?.before.result.points;
  const sentences = shown?.answer.asked.data;
  const lines = useMemo(() => pointLines(points ?? [], sentences ?? []), [points, sentences]);
  const { baseName = '', cutName = '' } = shown ?? {};
  const whole = useMemo(() => sideOf(baseName, one.answer), [baseName, one.answer]);
  const left = useMemo(() => sideOf(cutName, other.answer), [cutName, other.answer]);
  if (!shown || !points) return null;
  if (points.length < LEAST_POINTS) return <p className={labStyles['hint']}>{words.umap.few}</p>;
  const lacks = !whole || (after !== undefined && !left);
  return (
    <div className={labStyles['charted']}>
      {whole && (
        <ChartFrame
          title={words.umap.title(shown.where)}
          sentence={words.umap.sentence}
          sample={shown.sampleOf(words.points(count(points.length), count(shown.answer.result.tokens)))}
          summary={words.summary}
          name={`umap-layer-${layer}`}
          rows={() => mapTable(points, whole.places, left?.places)}
          savedWith={shown.cutNote}
          stale={shown.stale || lacks}
          terms={['umap', 'token']}
        >
          <PointMap
            before={whole}
            after={left}
            label={words.control}
            lines={lines}
            selected={pointed}
            onSelect={setPointed}
          />
          <PointRead points={points} sentences={sentences ?? []} pointed={pointed} />
        </ChartFrame>
      )}
      {lacks && (
        <section className={own['idle']} aria-label={words.umap.name}>
          {!whole && (
            <>
              <h3 className={labStyles['small']}>{words.umap.titleIdle}</h3>
              <p className={labStyles['hint']}>
                <WithTerms text={words.umap.idle(count(points.length))} terms={['umap', 'cosine']} />
              </p>
            </>
          )}
          <UmapDrawing asks={[one, ...(after ? [other] : [])]} again={whole !== undefined} />
        </section>
      )}
    </div>
  );
}

function useRequest(side: GeometrySide | undefined, layer: number, seed: number): UmapRequest | undefined {
  return useMemo(
    () => side && { data: pointVectors(side, layer), dims: side.result.dims, seed },
    [side, layer, seed],
  );
}

function sideOf(name: string, places: Float32Array | undefined): MapSide | undefined {
  return places && { name, places };
}
