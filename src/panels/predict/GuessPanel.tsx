import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { WordColumns } from '../../charts/words/WordColumns.tsx';
import type { GuessedMask } from '../../protocol/experiments/guess.ts';
import type { Newest } from '../../store/use-newest.ts';
import { strings } from '../../strings/index.ts';
import { dimNames } from '../explore/tail-titles.ts';
import { guessColumns, guessSummary, guessTable, probabilityText } from './guess-columns.ts';
import { guessTitle } from './guess-title.ts';
import lab from '../lab/lab.module.css';
import { PredictStatus } from './PredictStatus.tsx';

const words = strings.predictView;

/** A chart for each mask: what the model takes it for, whole and cut. */
export function GuessPanel({ guess }: { readonly guess: Newest<'guess'> }): ReactNode {
  const { ask, shown, stale } = guess;
  if (!shown) return <PredictStatus ask={ask} running={words.guessing} />;
  const { request, answer, model } = shown;
  const [sentence = ''] = request.sentences;
  const { masks, drawn = [] } = answer;
  const sample = words.guesses.sample(model.name, sentence);
  const random =
    drawn.length > 0 && request.seed !== undefined
      ? [words.guesses.random(dimNames(drawn), request.seed)]
      : [];
  return (
    <>
      {ask.failure && <PredictStatus ask={ask} running={words.guessing} />}
      {masks.map((mask, i) => (
        <MaskChart
          key={mask.position}
          mask={mask}
          title={words.guesses.of(i + 1, masks.length, guessTitle(mask))}
          name={masks.length > 1 ? `predict-${i + 1}` : 'predict'}
          sample={[sample, ...random].join(' · ')}
          savedWith={request.cut.length === 0 ? undefined : words.cut.saved(dimNames(request.cut))}
          stale={stale}
        />
      ))}
      {answer.truncated.length > 0 && <p className={lab['hint']}>{words.loss.truncated(1)}</p>}
    </>
  );
}

function MaskChart(props: {
  readonly mask: GuessedMask;
  readonly title: string;
  readonly name: string;
  readonly sample: string;
  readonly savedWith: string | undefined;
  readonly stale: boolean;
}): ReactNode {
  const { mask, ...named } = props;
  const columns = useMemo(() => guessColumns(mask), [mask]);
  return (
    <ChartFrame
      {...named}
      heading={3}
      sentence={words.guesses.sentence}
      summary={guessSummary(mask)}
      terms={['probability', 'maskedWord']}
      rows={() => guessTable(mask)}
    >
      <WordColumns columns={columns} format={probabilityText} />
    </ChartFrame>
  );
}
