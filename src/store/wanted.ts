import type { ExploreRequest } from '../protocol/exploration.ts';
import type { Seat } from '../protocol/model.ts';
import { selectEffectiveCut } from './derive/effective-cut.ts';
import { memo } from './memo.ts';
import type { Shown, Specials, State, Wanted } from './state.ts';
import { selectSentences } from './text.ts';

/** Pairs of tokens whose cosines are kept when there are too many to keep all: the paper's count. */
const PAIRS = 1000;
/** A cut inside the network begins after its first layer: the embeddings stay whole. */
export const INSIDE_FROM = 1;

/** Sentences from which an exploration is a corpus pass that live work goes before. */
const BATCH = 400;

/** Whether a text is measured in a pass that can be paused, and that keeps what it counted when it is stopped. */
export function isLong({ sentences }: Wanted): boolean {
  return sentences.length > BATCH;
}

const wantedOf = memo((sentences: readonly string[], specials: Specials, seed: number): Wanted => ({
  sentences,
  specials,
  seed,
}));

/** What the text and the settings ask to be measured; the same object until they change. */
export function selectWanted(state: State): Wanted {
  return wantedOf(selectSentences(state), state.specials, state.seed);
}

const hasWords = memo((sentences: readonly string[]) => sentences.some((line) => line.trim() !== ''));

/** Whether there is nothing to measure: no text, or a file still awaited. */
export function selectNothingToMeasure(state: State): boolean {
  return !hasWords(selectSentences(state));
}

/** Whether what is on screen answers an older text, setting or model. */
export function selectOlder(state: State): boolean {
  const { before } = state;
  if (!before) return false;
  const live = state.model.kind === 'ready' && before.model !== state.model.model;
  return before.answers !== selectWanted(state) || (live && before.model !== undefined);
}

/** Dimensions whose columns should come with a sample, so that cutting them needs no fetch. */
export function selectColumnsWanted(state: State): readonly number[] {
  return columnsWanted(selectEffectiveCut(state), state.cut, state.dimension);
}

const columnsWanted = memo(
  (effective: readonly number[], cut: readonly number[], dim: number | undefined) => [
    ...new Set([...effective, ...cut, ...(dim === undefined ? [] : [dim])]),
  ],
);

export function exploreRequest(
  wanted: Wanted,
  columns: readonly number[],
  inside: readonly number[],
  seat: Seat = 'main',
): ExploreRequest {
  return {
    ...wanted,
    ...(seat === 'main' ? {} : { seat }),
    pairs: PAIRS,
    columns,
    ...(inside.length > 0 ? { inside: { dims: inside, from: INSIDE_FROM } } : {}),
  };
}

const insideDims = memo((where: State['where'], cut: readonly number[]) => (where === 'inside' ? cut : []));

/** Dimensions to zero inside the network; empty when the cut is after it. */
export function selectInsideDims(state: State): readonly number[] {
  return insideDims(state.where, selectEffectiveCut(state));
}

/** Whether an inside exploration answers exactly this cut of what is on screen. */
export function insideAnswers(
  inside: Shown | undefined,
  before: Shown | undefined,
  dims: readonly number[],
): boolean {
  if (!inside || !before) return false;
  return inside.answers === before.answers && inside.model === before.model && inside.inside === dims;
}
