import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { RangeDots } from '../../charts/ranges/RangeDots.tsx';
import { RANDOM_CUTS } from '../../protocol/experiments/passage-loss.ts';
import { READ_IN_PAGE } from '../../protocol/experiments/text-limits.ts';
import { selectModel } from '../../store/model.ts';
import { useApp } from '../../store/use-app.ts';
import { useNewest, type Answered, type Newest } from '../../store/use-newest.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { dimNames } from '../explore/tail-titles.ts';
import { lossRows, lossSummary, lossTable, lossTitle } from './loss-rows.ts';
import { PassBar } from '../pass-bar/PassBar.tsx';
import lab from '../lab/lab.module.css';
import { PredictStatus } from './PredictStatus.tsx';
import { selectRandomLoss } from './questions.ts';

const words = strings.predictView.loss;
/** Models of so few parameters read a text forty times in some seconds: their random cuts need no asking for. */
const SMALL = 12e6;

/** The loss over the text whole, cut after and cut inside, with as many random dimensions cut beside it. */
export function LossPanel({ loss }: { readonly loss: Newest<'passage-loss'> }): ReactNode {
  const small = useApp((state) => (selectModel(state)?.parameters ?? Infinity) <= SMALL);
  const request = useApp(selectRandomLoss);
  // after the loss itself: one batch waits for the one before it
  const first = loss.shown !== undefined && !loss.stale;
  const random = useNewest('passage-loss', request, small && first ? 'in the background' : 'on demand');
  // random cuts of what is on screen, or of nothing: those of an older cut would be held against the wrong dot
  const beside = random.stale ? undefined : random.shown;
  const shown = beside ?? loss.shown;
  if (!shown) {
    const progress = loss.ask.running?.progress;
    const far = progress ? ` ${words.progress(progress.sentences, progress.of)}` : '';
    return <PredictStatus ask={loss.ask} running={`${words.running}${far}`} />;
  }
  return (
    <>
      {loss.ask.failure && <PredictStatus ask={loss.ask} running={words.running} />}
      <LossChart shown={shown} stale={beside === undefined && loss.stale} />
      {request && first && !beside && <RandomCuts random={random} />}
    </>
  );
}

function LossChart(props: { readonly shown: Answered<'passage-loss'>; readonly stale: boolean }): ReactNode {
  const { request, answer, model } = props.shown;
  const { cut, seed } = request;
  const rows = useMemo(() => lossRows(answer, cut), [answer, cut]);
  const draws = answer.randomAfter ? request.draws : 0;
  const dims = dimNames(cut);
  const { hidden, sentences, truncated } = answer;
  const sample = [
    words.sample({ model: model.name, hidden, sentences, draws }),
    ...(request.sentences.length === READ_IN_PAGE.loss ? [words.first(READ_IN_PAGE.loss)] : []),
    ...(draws > 0 ? [words.seed(seed)] : []),
  ].join(' · ');
  return (
    <>
      <ChartFrame
        title={lossTitle(answer, cut, dims)}
        sentence={draws > 0 ? words.sentence : words.sentenceWithout}
        sample={sample}
        savedWith={cut.length === 0 ? undefined : strings.predictView.cut.saved(dims)}
        summary={lossSummary(answer, cut)}
        name="passage-loss"
        heading={3}
        stale={props.stale}
        terms={['loss', 'perplexity', 'randomControl', 'seed']}
        rows={() => lossTable(answer, cut)}
      >
        <RangeDots rows={rows} axis={words.axis} />
      </ChartFrame>
      {truncated.length > 0 && <p className={lab['hint']}>{words.truncated(truncated.length)}</p>}
    </>
  );
}

/** The random cuts that are on their way, or that can be asked for. */
function RandomCuts({ random }: { readonly random: Newest<'passage-loss'> }): ReactNode {
  const { ask } = random;
  if (ask.failure) return <PredictStatus ask={ask} running="" />;
  if (!ask.running)
    return (
      <div className={lab['run']}>
        <Button onClick={ask.ask}>{words.draw(RANDOM_CUTS)}</Button>
        <p className={lab['hint']}>{words.drawHint(2 * RANDOM_CUTS)}</p>
      </div>
    );
  const { progress } = ask.running;
  const drawing = words.drawing(RANDOM_CUTS);
  return (
    <PassBar
      progress={
        progress && {
          done: progress.sentences,
          of: progress.of,
          rate: undefined,
          said: `${drawing} ${words.progress(progress.sentences, progress.of)}`,
        }
      }
      waiting={drawing}
      label={drawing}
      onCancel={ask.cancel}
      cancelText={words.stop}
    />
  );
}
