import { useMemo, type ReactNode } from 'react';
import { count, decimal } from '../../charts/scale/format.ts';
import type { WordAccuracy } from '../../measures/word-accuracy.ts';
import { majorityOf, selectSenseAccuracies } from '../../store/derive/lab/wsd.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { controlLines, scaled } from '../lab/control-lines.ts';
import { RandomCutsPart } from '../lab/RandomCutsPart.tsx';
import { ScoreByLayer } from '../lab/ScoreByLayer.tsx';
import { useRandomCuts } from '../lab/use-random-cuts.ts';
import { useTrial } from '../lab/use-trial.ts';
import lab from '../lab/lab.module.css';
import { senseTitle } from './sense-title.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.wordsView.wsd;
const hundredths = (value: number): string => decimal(value, 2);
const valuesOf = (layers: readonly WordAccuracy[], of: 'macro' | 'micro'): readonly number[] =>
  layers.map((layer) => 100 * layer[of]);

/** Share of senses that the nearest labelled neighbour tells, by layer. */
export function SensePanel(): ReactNode {
  const shown = useTrial('wsd');
  const cuts = useRandomCuts('wsd');
  const accuracies = useApp(selectSenseAccuracies);
  const answer = shown?.answer;
  const levels = useMemo(
    () => (answer ? [{ name: words.majority, value: 100 * majorityOf(answer).macro }] : []),
    [answer],
  );
  const lines = useMemo(
    () =>
      accuracies && {
        before: valuesOf(accuracies.before, 'macro'),
        after: accuracies.after && valuesOf(accuracies.after, 'macro'),
      },
    [accuracies],
  );
  const found = cuts?.figures;
  const range = useMemo(() => scaled(found?.scores, 100), [found]);
  const drawn = useMemo(() => controlLines(cuts, range), [cuts, range]);
  if (!shown || !accuracies || !lines) return null;
  const { before, after } = lines;
  const { layer } = shown;
  const where = strings.explore.inLayer(layer);
  const { result } = shown.answer;
  const micro = words.micro(
    hundredths(100 * (accuracies.before[layer]?.micro ?? NaN)),
    accuracies.after ? hundredths(100 * (accuracies.after[layer]?.micro ?? NaN)) : '',
    where,
  );
  const { columns } = words;
  return (
    <div className={lab['charted']}>
      <ScoreByLayer
        shown={shown}
        title={senseTitle(before[layer] ?? NaN, after?.[layer], shown.deed, where)}
        sentence={`${words.sentence} ${micro}`}
        sample={shown.sampleOf(words.sample(count(result.words.length), count(result.measured.length)))}
        name="wsd"
        before={before}
        after={after}
        drawn={drawn}
        levels={levels}
        columns={[
          { name: columns.macroBefore, values: before },
          after && { name: columns.macroAfter, values: after },
          { name: columns.microBefore, values: valuesOf(accuracies.before, 'micro') },
          accuracies.after && { name: columns.microAfter, values: valuesOf(accuracies.after, 'micro') },
        ]}
        measure={words.axis}
        text={hundredths}
        note={<PaperSays claim="wsd" />}
        terms={['nearest', 'accuracy', 'macro', 'micro', 'majority', 'specials']}
      />
      {cuts && (
        <RandomCutsPart
          cuts={cuts}
          layer={layer}
          where={where}
          figures={[
            { name: words.macroName, before, after, range, text: hundredths },
            {
              name: columns.microBefore,
              before: valuesOf(accuracies.before, 'micro'),
              after: accuracies.after && valuesOf(accuracies.after, 'micro'),
              range: scaled(found?.others.micro, 100),
              text: hundredths,
            },
          ]}
        />
      )}
    </div>
  );
}
