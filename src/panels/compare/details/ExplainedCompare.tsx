import { useMemo, type ReactNode } from 'react';
import type { FollowedDimension, PositionsResult } from '../../../protocol/experiments/positions.ts';
import { selectLayer } from '../../../store/derive/choice.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import lab from '../../lab/lab.module.css';
import { ByFrequency, ByPosition, meansByFrequency, meansByPosition } from '../../origins/MeansAlong.tsx';
import styles from '../compare.module.css';
import { LayerCompare } from '../LayerCompare.tsx';
import { EXPLAINED } from '../measures.ts';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import { sideWords, textSample } from './side-words.ts';
import { Twins } from './Twins.tsx';
import type { FollowedSide } from './use-followed-side.ts';

const words = strings.compareDetails.origins;
const SHARES = ['byPosition', 'byFrequency', 'byBoth'] as const;

/** What positions and word frequencies account for of either side's tail, and how it goes along both. */
export function ExplainedCompare(props: {
  readonly a: FollowedSide;
  readonly b: FollowedSide;
  readonly compared: Compared;
}): ReactNode {
  const { a, b, compared } = props;
  const { names } = compared;
  const data = useApp((state) => selectData('words', state)?.name ?? '');
  const chosen = useApp(selectLayer);
  const one = useFound(a, chosen);
  const other = useFound(b, chosen);
  if (!one || !other) return <SideStatus asks={[a.positions, b.positions]} />;
  const of = (side: FollowedSide, { result }: Found) => textSample(side.of, data, result);
  const shares = {
    nameA: words.of(names.nameA, a.dim),
    nameB: words.of(names.nameB, b.dim),
    cutOfA: compared.cutOfA,
    sample: of(a, one),
  };
  const known = [one, other].every(({ found }) => found.byPosition.some(Number.isFinite));
  const sides = [
    { side: a, name: names.nameA, own: one, opposite: other },
    { side: b, name: names.nameB, own: other, opposite: one },
  ];
  const charts = sides.map(({ side, name, own, opposite }) => {
    const { titled, sentence, prefix } = sideWords(side.of, name);
    const shared = { ...own, titled, prefix, heading: 4 as const, sample: of(side, own) };
    return { id: side.of.id, shared, sentence, opposite };
  });
  return (
    <>
      {known ? (
        <div className={styles['pair']}>
          {SHARES.map((share) => (
            <LayerCompare
              key={share}
              {...EXPLAINED[share]}
              {...shares}
              name={`explained-${share}`}
              a={one.found[share]}
              b={other.found[share]}
            />
          ))}
        </div>
      ) : (
        <p className={lab['hint']}>{strings.originsView.explained.titleNone}</p>
      )}
      <Twins>
        {charts.map(({ id, shared, sentence, opposite }) => (
          <ByPosition
            key={id}
            {...shared}
            sentence={sentence(words.byPosition)}
            beside={opposite.byPosition}
          />
        ))}
      </Twins>
      <Twins>
        {charts.map(({ id, shared, sentence, opposite }) => (
          <ByFrequency
            key={id}
            {...shared}
            sentence={sentence(words.byFrequency)}
            beside={opposite.byFrequency}
          />
        ))}
      </Twins>
    </>
  );
}

/** What was found of a side's dimension, and its means in the layer on screen. */
interface Found {
  readonly result: PositionsResult;
  readonly found: FollowedDimension;
  readonly layer: number;
  readonly byPosition: Float64Array;
  readonly byFrequency: Float64Array;
}

function useFound({ positions: { answer }, dim }: FollowedSide, chosen: number): Found | undefined {
  return useMemo(() => {
    const found = answer?.followed.find((each) => each.dim === dim);
    if (!answer || !found) return undefined;
    const layer = Math.min(chosen, answer.layers - 1);
    return {
      result: answer,
      found,
      layer,
      byPosition: meansByPosition(answer, found, layer),
      byFrequency: meansByFrequency(answer, found, layer),
    };
  }, [answer, dim, chosen]);
}
