import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { Scatter } from '../../charts/scatter/Scatter.tsx';
import { count, decimal, unit } from '../../charts/scale/format.ts';
import { selectStsCosines } from '../../store/derive/lab/sts.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { useTrial } from '../lab/use-trial.ts';
import { measuredPairs } from './measured-pairs.ts';

const words = strings.sentencesView.scatter;

/** Every pair: the cosine before and after the cut against people's score. */
export function ScatterPanel(): ReactNode {
  const shown = useTrial('sts');
  const cosines = useApp(selectStsCosines);
  const open = useApp((state) => state.opened.sts);
  const { open: openPair } = useActions();
  const answer = shown?.answer;
  const pairs = useMemo(() => (answer ? measuredPairs(answer) : []), [answer]);
  const layer = shown?.layer ?? 0;
  const [before, after] = useMemo(() => {
    const row = (all: Float64Array | undefined) =>
      all?.subarray(layer * pairs.length, (layer + 1) * pairs.length);
    return [row(cosines?.before), row(cosines?.after)];
  }, [cosines, layer, pairs.length]);
  if (!shown || !before) return null;
  const { scores } = shown.answer.result;
  const where = strings.explore.inLayer(layer);
  const figures = (p: number): readonly [string, string, string] => [
    decimal(scores[p] ?? NaN, 2),
    unit(before[p] ?? NaN, 3),
    after ? unit(after[p] ?? NaN, 3) : '',
  ];
  const selected = open !== undefined && open < pairs.length ? open : undefined;
  return (
    <ChartFrame
      title={selected === undefined ? words.title(where) : words.titleOpen(...figures(selected))}
      sentence={words.sentence}
      sample={shown.sampleOf(strings.sentencesView.sts.pairs(count(pairs.length)))}
      summary={words.summary(count(pairs.length), where)}
      name={`sts-pairs-layer-${layer}`}
      rows={() => ({
        columns: words.columns.slice(0, after ? 6 : 5),
        rows: pairs.map(({ line, sentences }, p) => [
          line,
          ...sentences,
          scores[p] ?? NaN,
          before[p] ?? NaN,
          ...(after ? [after[p] ?? NaN] : []),
        ]),
      })}
      savedWith={shown.cutNote}
      stale={shown.stale}
      terms={['cosine', 'vector']}
    >
      <Scatter
        x={scores}
        before={before}
        after={after}
        xName={words.x}
        yName={words.y}
        label={words.control}
        spoken={(p) => words.spoken(pairs[p]?.sentences.join(' / ') ?? '', ...figures(p))}
        selected={selected}
        height={280}
        onSelect={(p) => {
          openPair('sts', p);
        }}
      />
    </ChartFrame>
  );
}
