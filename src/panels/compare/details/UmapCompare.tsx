import { useMemo, useState, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { PointMap } from '../../../charts/points/PointMap.tsx';
import { count } from '../../../charts/scale/format.ts';
import type { UmapRequest } from '../../../protocol/experiments/umap.ts';
import { selectLayer } from '../../../store/derive/choice.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useApp } from '../../../store/use-app.ts';
import { useAsk, type Ask } from '../../../store/use-ask.ts';
import { strings } from '../../../strings/index.ts';
import { WithTerms } from '../../../ui/term/WithTerms.tsx';
import { mapTable, pointLines } from '../../geometry/map-words.ts';
import { PointRead } from '../../geometry/PointRead.tsx';
import { LEAST_POINTS, UmapDrawing } from '../../geometry/UmapDrawing.tsx';
import lab from '../../lab/lab.module.css';
import type { Compared } from '../use-compared.ts';
import { Twins } from './Twins.tsx';
import { sideWords } from './side-words.ts';
import { useEvidence, type ShownEvidence } from './use-evidence.ts';
import { useTokensSample } from './use-tokens-sample.ts';

const words = strings.geometryView.map;
const NO_SENTENCES: readonly string[] = [];

/** Maps of neighbours of either side's tokens, drawn when they are asked for. */
export function UmapCompare({ compared: { a, b, names } }: { readonly compared: Compared }): ReactNode {
  const one = useEvidence('geometry', a);
  const other = useEvidence('geometry', b);
  const mapA = useMap(one);
  const mapB = useMap(other);
  const points = Math.min(...[one, other].map(({ found }) => found?.evidence.points.length ?? 0));
  if (!one.found || !other.found) return null;
  if (points < LEAST_POINTS) return <p className={lab['hint']}>{words.umap.few}</p>;
  const drawn = mapA.answer && mapB.answer;
  return (
    <>
      {drawn && (
        <Twins>
          <SideUmap shown={one} places={mapA.answer} name={names.nameA} />
          <SideUmap shown={other} places={mapB.answer} name={names.nameB} />
        </Twins>
      )}
      {!drawn && (
        <section aria-label={words.umap.name}>
          <h4 className={lab['small']}>{words.umap.titleIdle}</h4>
          <p className={lab['hint']}>
            <WithTerms text={words.umap.idle(count(points))} terms={['umap', 'cosine']} />
          </p>
          <UmapDrawing asks={[mapA, mapB]} again={false} />
        </section>
      )}
    </>
  );
}

/** Of the layer on screen. */
function useMap({ found }: ShownEvidence<'geometry'>): Ask<'umap'> {
  const seed = useApp((state) => state.seed);
  const chosen = useApp(selectLayer);
  const evidence = found?.evidence;
  const layers = found?.scores.length ?? 1;
  const request = useMemo((): UmapRequest | undefined => {
    if (!evidence) return undefined;
    const { vectors, points } = evidence;
    const size = vectors.length / layers;
    const layer = Math.min(chosen, layers - 1);
    const dims = size / Math.max(1, points.length);
    return { data: vectors.slice(layer * size, (layer + 1) * size), dims, seed };
  }, [evidence, layers, chosen, seed]);
  return useAsk('umap', request, 'on demand');
}

function SideUmap(props: {
  readonly shown: ShownEvidence<'geometry'>;
  readonly places: Float32Array;
  readonly name: string;
}): ReactNode {
  const { shown, places, name } = props;
  const { side, found } = shown;
  const chosen = useApp(selectLayer);
  const sentences = useApp((state) => selectData('words', state)?.data ?? NO_SENTENCES);
  const [pointed, setPointed] = useState<number>();
  const points = found?.evidence.points;
  const lines = useMemo(() => pointLines(points ?? [], sentences), [points, sentences]);
  const { titled, sentence, prefix } = sideWords(side, name);
  const map = useMemo(() => ({ name, places }), [name, places]);
  const sample = useTokensSample(shown);
  const layer = Math.min(chosen, (found?.scores.length ?? 1) - 1);
  if (!found || !points) return null;
  return (
    <ChartFrame
      title={titled(words.umap.title(strings.explore.inLayer(layer)))}
      sentence={sentence(words.umap.sentence)}
      sample={`${sample} · ${words.points(count(points.length), count(found.measured))}`}
      summary={words.summary}
      name={`${prefix}umap-layer-${layer}`}
      heading={4}
      terms={['umap', 'token']}
      rows={() => mapTable(points, places, undefined)}
    >
      <PointMap
        before={map}
        label={titled(words.control)}
        lines={lines}
        selected={pointed}
        onSelect={setPointed}
      />
      <PointRead points={points} sentences={sentences} pointed={pointed} />
    </ChartFrame>
  );
}
