import type { LifeRequest } from '../../protocol/experiments/life.ts';
import type { OriginsRequest } from '../../protocol/experiments/origins.ts';
import { probeSplit } from '../../measures/probe-split.ts';
import type { PositionProbeRequest } from '../../protocol/experiments/position-probe.ts';
import type { PositionMove, PositionsRequest } from '../../protocol/experiments/positions.ts';
import { READ_IN_PAGE, SHIFT } from '../../protocol/experiments/text-limits.ts';
import { selectDimension } from '../../store/derive/choice.ts';
import { selectTailDims } from '../../store/derive/tails.ts';
import { memo } from '../../store/memo.ts';
import type { PositionChoice, Specials, State } from '../../store/state.ts';
import { selectSentences } from '../../store/text.ts';
import { selectNothingToMeasure } from '../../store/wanted.ts';
import { strings } from '../../strings/index.ts';

/** Tails offered beside the chosen dimension. */
const TAILS = 4;
/** Tokens whose own lives can be told. */
const LIVES = 60;

const followed = memo((tails: readonly number[], chosen: number | undefined): readonly number[] => [
  ...new Set([...tails.slice(0, TAILS), ...(chosen === undefined ? [] : [chosen])]),
]);

/** Dimensions to follow: the tails of the text, and the one that was chosen; none before there is either. */
export function selectFollowed(state: State): readonly number[] {
  const chosen = state.before ? selectDimension(state) : state.dimension;
  return followed(selectTailDims(state), chosen);
}

const weights = memo((dims: readonly number[]): OriginsRequest => ({ dims }));
export const selectOrigins = (state: State): OriginsRequest => weights(selectFollowed(state));

const text = memo((sentences: readonly string[]) => sentences.slice(0, READ_IN_PAGE.origins));

/** The text that is measured here; undefined where there is none. */
function selectText(state: State): readonly string[] | undefined {
  return selectNothingToMeasure(state) ? undefined : text(selectSentences(state));
}

const lifeOf = memo(
  (
    sentences: readonly string[] | undefined,
    specials: Specials,
    dims: readonly number[],
  ): LifeRequest | undefined =>
    sentences && dims.length > 0 ? { sentences, specials, dims, tokens: LIVES } : undefined,
);
export const selectLife = (state: State): LifeRequest | undefined =>
  lifeOf(selectText(state), state.specials, selectFollowed(state));

const positionsOf = () =>
  memo(
    (
      sentences: readonly string[] | undefined,
      specials: Specials,
      dims: readonly number[],
      move: PositionMove,
    ): PositionsRequest | undefined =>
      sentences && dims.length > 0 ? { sentences, specials, dims, move } : undefined,
  );
const wholePositions = positionsOf();
const movedPositions = positionsOf();
const allPositions = positionsOf();

const AS_THEY_ARE: PositionMove = { kind: 'as-they-are' };
export const selectPositions = (state: State): PositionsRequest | undefined =>
  wholePositions(selectText(state), state.specials, selectFollowed(state), AS_THEY_ARE);

/** The same of the whole text, where that is more than what is measured at once; undefined where it is not. */
export const selectWholePositions = (state: State): PositionsRequest | undefined => {
  const sentences = selectSentences(state);
  if (sentences.length <= READ_IN_PAGE.origins || selectNothingToMeasure(state)) return undefined;
  return allPositions(sentences, state.specials, selectFollowed(state), AS_THEY_ARE);
};

const moveOf = memo((kind: PositionChoice, seed: number, by: number): PositionMove => {
  if (kind === 'shuffled') return { kind, seed };
  return kind === 'shifted' ? { kind, by } : { kind };
});

/**
 * The same with positions moved.
 * @param room places that the model has beyond the longest sentence
 */
export function selectMoved(state: State, room: number): PositionsRequest | undefined {
  const { positionMove, seed, specials } = state;
  const by = Math.min(SHIFT, room);
  if (positionMove === 'as-they-are' || (positionMove === 'shifted' && by <= 0)) return undefined;
  const move = moveOf(positionMove, seed, by);
  return movedPositions(selectText(state), specials, selectFollowed(state), move);
}

const probeOf = memo(
  (
    sentences: readonly string[],
    specials: Specials,
    seed: number,
    dims: readonly number[],
  ): PositionProbeRequest | undefined => {
    const there = sentences.filter((sentence) => sentence.trim() !== '').slice(0, READ_IN_PAGE.probe);
    const { train, test } = probeSplit(there);
    if (there.length < 2 || test.length === 0 || dims.length === 0) return undefined;
    return { name: strings.originsView.theText, train, test, specials, seed, dims };
  },
);

export const selectProbe = (state: State): PositionProbeRequest | undefined =>
  probeOf(selectSentences(state), state.specials, state.seed, selectFollowed(state));
