import { useMemo } from 'react';
import { anisotropy } from '../../measures/anisotropy.ts';
import type { Change } from '../../paper/findings.ts';
import type { PortraitRequest } from '../../protocol/experiments/compare.ts';
import { selectAnisotropy } from '../../store/derive/cosines.ts';
import { memo } from '../../store/memo.ts';
import { selectModel } from '../../store/model.ts';
import type { State } from '../../store/state.ts';
import { isNothing, selectTreatment } from '../../store/treatments.ts';
import { useApp } from '../../store/use-app.ts';
import { useAsk } from '../../store/use-ask.ts';

/** Sentences that are run once more for the figure after a cut, at most: some seconds of a small model. */
const MOST = 4096;

/** The anisotropy before the cut and after it. */
export interface PaperAnisotropy {
  readonly change: Change | undefined;
  /** Pairs of tokens that it is of; undefined where it is the expectation over all, as the command's is. */
  readonly pairs: number | undefined;
}

const requestOf = memo(
  (
    answers: NonNullable<State['before']>['answers'],
    treatment: ReturnType<typeof selectTreatment>,
  ): PortraitRequest => {
    const { sentences, specials, seed } = answers;
    return {
      setting: { seat: 'main', move: { kind: 'as-they-are' }, treatment, specials, seed },
      sentences,
    };
  },
);

/** The expectation before, where the text on screen is all of what is asked, and of a length that can be run again. */
export function selectExact({ before }: Pick<State, 'before'>): Float64Array | undefined {
  if (!before) return undefined;
  const { contribution, layers, sentences, of } = before.exploration;
  return contribution && sentences === of && sentences <= MOST ? exactOf(contribution, layers) : undefined;
}
const exactOf = memo(anisotropy);

/** What the text is run again for; undefined where nothing is cut, or what is drawn has to do. */
export function selectCutPortrait(state: State): PortraitRequest | undefined {
  const { before } = state;
  const treatment = selectTreatment(state);
  const model = selectModel(state);
  // what the page comes with is of the default model, which is on its way
  const current = before && (before.model === undefined || before.model === model);
  if (!current || !selectExact(state) || isNothing(treatment)) return undefined;
  return requestOf(before.answers, treatment);
}

/**
 * The anisotropy of the text in Explore over all pairs of tokens, as the command has it: after a cut, the text is run again for it.
 * Of a long text, or of a pass that was stopped, it is that of the pairs that Explore shows.
 */
export function useAnisotropy(): PaperAnisotropy {
  const exact = useApp(selectExact);
  const request = useApp(selectCutPortrait);
  const cut = useApp((state) => !isNothing(selectTreatment(state)));
  const drawn = useApp(selectAnisotropy);
  const pairs = useApp((state) => state.before?.exploration.pairs.sample.left.length);
  const { answer } = useAsk('portrait', request, 'in the background');
  return useMemo(() => {
    const awaited = (after: Float64Array | undefined): boolean => cut && after === undefined;
    if (exact) {
      const after = cut ? answer?.anisotropy : undefined;
      return { change: awaited(after) ? undefined : changeOf(exact, after), pairs: undefined };
    }
    const change = drawn && !awaited(drawn.after) ? changeOf(drawn.before, drawn.after) : undefined;
    return { change, pairs };
  }, [exact, answer, cut, drawn, pairs]);
}

const changeOf = (before: Float64Array, after: Float64Array | undefined): Change => ({
  before: Array.from(before),
  after: after && Array.from(after),
});
