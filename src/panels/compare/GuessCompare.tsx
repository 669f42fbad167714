import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { WordColumns } from '../../charts/words/WordColumns.tsx';
import { useApp } from '../../store/use-app.ts';
import type { AskWhen } from '../../store/use-ask.ts';
import type { Newest } from '../../store/use-newest.ts';
import { strings } from '../../strings/index.ts';
import { maskableWords } from '../../text/index.ts';
import lab from '../lab/lab.module.css';
import { probabilityText } from '../predict/guess-columns.ts';
import { lacksHead } from '../predict/lacks-head.ts';
import { MaskField } from '../predict/MaskField.tsx';
import { PredictStatus } from '../predict/PredictStatus.tsx';
import styles from './compare.module.css';
import { guessesTitle, sideColumns, sideSummary, sideTable, wordsOfSide, type SideWords } from './guesses.ts';
import type { Compared } from './use-compared.ts';
import { useSideGuesses } from './use-side-guess.ts';
import type { ComparedSide } from './use-side.ts';

const words = strings.compareView.guesses;

/** What both sides take the masked words of one's own sentence for. */
export function GuessCompare(props: { readonly compared: Compared; readonly when: AskWhen }): ReactNode {
  const { a, b, names, cutOfA } = props.compared;
  const [one, other] = useSideGuesses(a, b, props.when);
  const sentence = useApp((state) => state.masked);
  const masked = maskableWords(sentence).some((word) => word.masked);
  const masks = Math.max(...[one, other].map(({ shown }) => shown?.answer.masks.length ?? 0));
  const waits = [one, other].some(({ ask }) => ask.running);
  return (
    <div className={styles['pair']}>
      <div className={styles['column']}>
        <MaskField />
        <Absent side={a} guess={one} />
        <Absent side={b} guess={other} />
      </div>
      <div className={styles['column']}>
        {!masked && <p className={lab['hint']}>{strings.predictView.noMask}</p>}
        {masked &&
          Array.from({ length: masks }, (_, i) => (
            <MaskChart
              key={i}
              number={i + 1}
              of={masks}
              sentence={sentence}
              sides={[sideWords(a, names.nameA, one, i), sideWords(b, names.nameB, other, i)].flatMap(
                (side) => side ?? [],
              )}
              stale={one.stale || other.stale}
              cutOfA={cutOfA}
            />
          ))}
        {masked && masks === 0 && waits && <p className={lab['hint']}>{strings.predictView.guessing}</p>}
      </div>
    </div>
  );
}

/** Why a side guesses nothing, where it does not. */
function Absent({
  side,
  guess,
}: {
  readonly side: ComparedSide;
  readonly guess: Newest<'guess'>;
}): ReactNode {
  const letter = strings.compareView.sides[side.id];
  const { noHead, noLoss } = strings.compareView.facts;
  const { failure } = guess.ask;
  if (side.side.remedy) return <p className={lab['hint']}>{words.absent(letter, noLoss)}</p>;
  if (!failure) return null;
  if (lacksHead(failure)) return <p className={lab['hint']}>{words.absent(letter, noHead)}</p>;
  return <PredictStatus ask={guess.ask} running="" />;
}

/** Undefined where a side guesses nothing, or has not yet. */
function sideWords(
  { id, side }: ComparedSide,
  name: string,
  { shown, ask }: Newest<'guess'>,
  mask: number,
): SideWords | undefined {
  const found = shown?.answer.masks[mask];
  if (!found || ask.failure || side.remedy) return undefined;
  return { letter: strings.compareView.sides[id], name, words: wordsOfSide(found, side) };
}

function MaskChart(props: {
  readonly number: number;
  readonly of: number;
  readonly sentence: string;
  readonly sides: readonly SideWords[];
  readonly stale: boolean;
  readonly cutOfA: boolean;
}): ReactNode {
  const { number, of, sides, cutOfA } = props;
  const columns = useMemo(() => sideColumns(sides), [sides]);
  if (sides.length === 0) return null;
  return (
    <ChartFrame
      title={strings.predictView.guesses.of(number, of, guessesTitle(sides))}
      sentence={words.sentence}
      sample={props.sentence}
      summary={sideSummary(sides)}
      name={of > 1 ? `compare-guesses-${number}` : 'compare-guesses'}
      heading={4}
      stale={props.stale}
      terms={['probability', 'maskedWord']}
      rows={() => sideTable(sides)}
    >
      <WordColumns columns={columns} format={probabilityText} others={cutOfA ? 'after' : 'token'} />
    </ChartFrame>
  );
}
