import type { GuessRequest } from '../../protocol/experiments/guess.ts';
import { RANDOM_CUTS, type PassageLossRequest } from '../../protocol/experiments/passage-loss.ts';
import { READ_IN_PAGE } from '../../protocol/experiments/text-limits.ts';
import { selectEffectiveCut } from '../../store/derive/effective-cut.ts';
import { selectTailDims } from '../../store/derive/tails.ts';
import { memo } from '../../store/memo.ts';
import type { State } from '../../store/state.ts';
import { selectSentences } from '../../store/text.ts';
import { selectNothingToMeasure } from '../../store/wanted.ts';
import { maskableWords } from '../../text/index.ts';

/** Words in a column. */
export const TOP = 10;

const ascending = memo((dims: readonly number[]) => [...dims].sort((a, b) => a - b));

/** What both cuts are of: what is cut in the bar, or else the tails, so that there is something to compare. */
export function selectPredictCut(state: State): readonly number[] {
  const cut = selectEffectiveCut(state);
  return ascending(cut.length > 0 ? cut : selectTailDims(state));
}

const guess = memo((sentence: string, cut: readonly number[], seed: number): GuessRequest | undefined =>
  maskableWords(sentence).some(({ masked }) => masked)
    ? { sentences: [sentence], cut, count: TOP, seed }
    : undefined,
);

/** Undefined where no word is masked. */
export const selectGuess = (state: State): GuessRequest | undefined =>
  guess(state.masked, selectPredictCut(state), state.seed);

const text = memo((sentences: readonly string[]) =>
  sentences.filter((line) => line.trim() !== '').slice(0, READ_IN_PAGE.loss),
);

const lossOf = (draws: number) =>
  memo((sentences: readonly string[], cut: readonly number[], seed: number): PassageLossRequest => ({
    sentences,
    cut,
    masking: 'each',
    draws,
    seed,
  }));
const bare = lossOf(0);
const beside = lossOf(RANDOM_CUTS);

/** The loss over the text; undefined where there is none. */
export const selectLoss = (state: State): PassageLossRequest | undefined =>
  selectNothingToMeasure(state)
    ? undefined
    : bare(text(selectSentences(state)), selectPredictCut(state), state.seed);

/** The same with random cuts beside it; undefined where nothing is cut. */
export const selectRandomLoss = (state: State): PassageLossRequest | undefined =>
  selectNothingToMeasure(state) || selectPredictCut(state).length === 0
    ? undefined
    : beside(text(selectSentences(state)), selectPredictCut(state), state.seed);
