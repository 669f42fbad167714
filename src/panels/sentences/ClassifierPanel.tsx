import { useMemo, type ReactNode } from 'react';
import { count, percent, unit } from '../../charts/scale/format.ts';
import { selectAccuracies } from '../../store/derive/lab/classifier.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { controlLines } from '../lab/control-lines.ts';
import { LeftOut } from '../lab/LeftOut.tsx';
import { measuredOf } from '../lab/measured-of.ts';
import { RandomCutsPart } from '../lab/RandomCutsPart.tsx';
import { ScoreByLayer } from '../lab/ScoreByLayer.tsx';
import { useRandomCuts } from '../lab/use-random-cuts.ts';
import { useTrial } from '../lab/use-trial.ts';
import lab from '../lab/lab.module.css';
import { classifierTitle } from './classifier-title.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.sentencesView.classifier;
const shares = (value: number): string => unit(value, 4);

/** Accuracy of a linear classifier by layer, trained on whole vectors and on cut ones. */
export function ClassifierPanel(): ReactNode {
  const shown = useTrial('labels');
  const cuts = useRandomCuts('labels');
  const accuracies = useApp(selectAccuracies);
  const majority = shown?.answer.result.majority;
  const levels = useMemo(
    () => (majority === undefined ? [] : [{ name: words.majority, value: majority }]),
    [majority],
  );
  const range = cuts?.figures?.scores;
  const drawn = useMemo(() => controlLines(cuts, range), [cuts, range]);
  if (!shown || !accuracies) return null;
  const { before, after } = accuracies;
  const { trained, tested } = shown.answer.result;
  return (
    <div className={lab['charted']}>
      <ScoreByLayer
        shown={shown}
        title={classifierTitle(before, after, shown.deed, shown.layer)}
        sentence={`${words.sentence} ${words.one(percent(1 / tested))}`}
        sample={shown.sampleOf(words.tested(count(tested), count(trained)))}
        name="classifier"
        before={before}
        after={after}
        drawn={drawn}
        levels={levels}
        measure={words.axis}
        text={shares}
        note={<PaperSays claim="classifier" />}
        terms={['logistic', 'accuracy', 'majority', 'cosine']}
      />
      <LeftOut {...measuredOf('labels', shown.answer)} />
      {cuts && (
        <RandomCutsPart
          cuts={cuts}
          layer={shown.layer}
          where={strings.explore.inLayer(shown.layer)}
          figures={[{ name: words.axis, before, after, range, text: shares }]}
        />
      )}
    </div>
  );
}
