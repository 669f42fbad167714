import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { count, decimal, unit } from '../../../charts/scale/format.ts';
import { Scatter, type ScatterPoints } from '../../../charts/scatter/Scatter.tsx';
import { selectLayer } from '../../../store/derive/choice.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useActions, useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import { pairsOf } from '../../sentences/measured-pairs.ts';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import { NothingMeasured } from './NothingMeasured.tsx';
import { Twins } from './Twins.tsx';
import { sideWords } from './side-words.ts';
import { useEvidence, type ShownEvidence } from './use-evidence.ts';

const words = strings.sentencesView.scatter;
const details = strings.compareDetails.tasks;
const NO_NUMBERS = new Uint32Array();

/** Every pair of sentences of either side, the cosine against people's score, on the same axes. */
export function PairsCompare({ compared: { a, b, names } }: { readonly compared: Compared }): ReactNode {
  const chosen = useApp(selectLayer);
  const open = useApp((state) => state.opened.sts);
  const { open: onOpen } = useActions();
  const one = useEvidence('sts', a);
  const other = useEvidence('sts', b);
  const pointsA = usePoints(one, chosen);
  const pointsB = usePoints(other, chosen);
  const numbers = one.found?.evidence.measured ?? NO_NUMBERS;
  // the views number pairs as the first side measured them, and the sides may have measured different ones
  const pair = open === undefined ? undefined : numbers[open];
  const choose = (chosenPair: number): void => {
    const place = numbers.indexOf(chosenPair);
    if (place !== -1) onOpen('sts', place);
  };
  const shared = { chosen, pair, choose };
  return (
    <Twins>
      <SidePairs {...shared} shown={one} points={pointsA} beside={pointsB} name={names.nameA} />
      <SidePairs {...shared} shown={other} points={pointsB} beside={pointsA} name={names.nameB} />
    </Twins>
  );
}

/** Of the layer on screen. */
function usePoints({ found }: ShownEvidence<'sts'>, chosen: number): ScatterPoints | undefined {
  const evidence = found?.evidence;
  const layers = found?.scores.length ?? 0;
  return useMemo(() => {
    if (!evidence) return undefined;
    const { people, cosines } = evidence;
    const layer = Math.min(chosen, layers - 1);
    return { x: people, y: cosines.subarray(layer * people.length, (layer + 1) * people.length) };
  }, [evidence, layers, chosen]);
}

function SidePairs(props: {
  readonly shown: ShownEvidence<'sts'>;
  readonly points: ScatterPoints | undefined;
  readonly beside: ScatterPoints | undefined;
  readonly name: string;
  readonly chosen: number;
  /** The pair that is open, by its number in the data. */
  readonly pair: number | undefined;
  readonly choose: (pair: number) => void;
}): ReactNode {
  const { shown, points, beside, name, chosen, pair, choose } = props;
  const { side, found, ask } = shown;
  const data = useApp((state) => selectData('sts', state)?.data);
  const dataName = useApp((state) => selectData('sts', state)?.name ?? '');
  const measured = found?.evidence.measured;
  const pairs = useMemo(() => (data && measured ? pairsOf(data, measured) : []), [data, measured]);
  if (!found || !points) return <SideStatus asks={[ask]} />;
  const { letter, titled, sentence, prefix } = sideWords(side, name);
  if (points.x.length === 0) return <NothingMeasured side={letter} />;
  const { scores, evidence } = found;
  const layer = Math.min(chosen, scores.length - 1);
  const where = strings.explore.inLayer(layer);
  const figures = (p: number): readonly [string, string, string] => [
    decimal(points.x[p] ?? NaN, 2),
    unit(points.y[p] ?? NaN, 3),
    '',
  ];
  const place = pair === undefined ? -1 : evidence.measured.indexOf(pair);
  const selected = place === -1 ? undefined : place;
  return (
    <ChartFrame
      title={titled(
        selected === undefined
          ? details.pairs(where, decimal(scores[layer] ?? NaN, 2))
          : words.titleOpen(...figures(selected)),
      )}
      sentence={sentence(details.pairsSentence)}
      sample={strings.compareView.chart.sample(
        strings.sentencesView.sts.pairs(count(pairs.length)),
        dataName,
        side.setting?.specials !== 'exclude',
      )}
      summary={words.summary(count(pairs.length), where)}
      name={`${prefix}sts-pairs-layer-${layer}`}
      heading={4}
      terms={['cosine', 'vector', 'spearman']}
      rows={() => ({
        columns: words.columns.slice(0, 5),
        rows: pairs.map(({ line, sentences }, p) => [
          line,
          ...sentences,
          points.x[p] ?? NaN,
          points.y[p] ?? NaN,
        ]),
      })}
    >
      <Scatter
        x={points.x}
        before={points.y}
        beside={beside}
        xName={words.x}
        yName={words.y}
        label={titled(words.control)}
        spoken={(p) => words.spoken(pairs[p]?.sentences.join(' / ') ?? '', ...figures(p))}
        selected={selected}
        height={280}
        onSelect={(p) => {
          const number = evidence.measured[p];
          if (number !== undefined) choose(number);
        }}
      />
    </ChartFrame>
  );
}
