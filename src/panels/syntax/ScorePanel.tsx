import { useMemo, type ReactNode } from 'react';
import { count, decimal } from '../../charts/scale/format.ts';
import { MOST_SCORED_WORDS } from '../../datasets/index.ts';
import { selectTreeScores } from '../../store/derive/lab/trees.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { controlLines } from '../lab/control-lines.ts';
import { RandomCutsPart } from '../lab/RandomCutsPart.tsx';
import { ScoreByLayer } from '../lab/ScoreByLayer.tsx';
import { useRandomCuts } from '../lab/use-random-cuts.ts';
import { useTrial } from '../lab/use-trial.ts';
import lab from '../lab/lab.module.css';
import { DistanceChoice } from './DistanceChoice.tsx';
import { scoreTitle } from './score-title.ts';
import { useBaselines } from './use-baselines.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.syntaxView.trees;
const hundredths = (value: number): string => decimal(value, 2);

/** F1 of the induced trees by layer, before and after the cut, beside trees without vectors. */
export function ScorePanel(): ReactNode {
  const shown = useTrial('trees');
  const cuts = useRandomCuts('trees');
  const scores = useApp(selectTreeScores);
  const distance = useApp((state) => state.distance);
  const baselines = useBaselines(shown?.answer);
  const levels = useMemo(
    () => baselines.map(({ kind, score }) => ({ name: words.levels[kind], value: score })),
    [baselines],
  );
  const range = cuts?.figures?.scores;
  const drawn = useMemo(() => controlLines(cuts, range), [cuts, range]);
  if (!shown || !scores) return null;
  const { before, after } = scores;
  const { layer } = shown;
  return (
    <div className={lab['charted']}>
      <ScoreByLayer
        shown={shown}
        title={scoreTitle(before[layer] ?? NaN, after?.[layer], shown.deed, strings.explore.inLayer(layer))}
        sentence={words.sentence}
        sample={shown.sampleOf(words.sample(count(shown.answer.result.measured.length), MOST_SCORED_WORDS))}
        name={`syntax-${distance}`}
        before={before}
        after={after}
        drawn={drawn}
        levels={levels}
        measure={words.axis}
        height={300}
        text={hundredths}
        options={<DistanceChoice />}
        note={<PaperSays claim="syntax" />}
        terms={['f1', 'induced', 'goldConstituent', 'baselines']}
      />
      {cuts && (
        <RandomCutsPart
          cuts={cuts}
          layer={layer}
          where={strings.explore.inLayer(layer)}
          figures={[{ name: words.axis, before, after, range, text: hundredths }]}
        />
      )}
    </div>
  );
}
