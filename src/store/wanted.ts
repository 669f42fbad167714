import type { ExploreRequest } from '../protocol/exploration.ts';
import type { Treatment } from '../protocol/experiments/treatment.ts';
import type { Seat } from '../protocol/model.ts';
import { selectEffectiveCut } from './derive/effective-cut.ts';
import { memo } from './memo.ts';
import type { Shown, Specials, State, Wanted } from './state.ts';
import { selectSentences } from './text.ts';
import { needsRun, sameTreatment, selectBase, selectTreatment } from './treatments.ts';

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
  return columnsWanted(selectEffectiveCut(state), state.cut, selectBase(state).cut, state.dimension);
}

const columnsWanted = memo(
  (
    effective: readonly number[],
    cut: readonly number[],
    before: readonly number[],
    dim: number | undefined,
  ) => [...new Set([...effective, ...cut, ...before, ...(dim === undefined ? [] : [dim])])],
);

/** @param treatment what of it columns do not tell */
export function exploreRequest(
  wanted: Wanted,
  columns: readonly number[],
  treatment?: Treatment,
  seat: Seat = 'main',
): ExploreRequest {
  return {
    ...wanted,
    ...(seat === 'main' ? {} : { seat }),
    pairs: PAIRS,
    columns,
    ...(treatment && treated(treatment)),
  };
}

function treated({ cut, where, remedy }: Treatment): Pick<ExploreRequest, 'inside' | 'remedied'> {
  const inside = where === 'inside' && cut.length > 0;
  return {
    ...(inside && { inside: { dims: cut, from: INSIDE_FROM } }),
    ...(remedy && { remedied: { cut: inside ? [] : cut, remedy } }),
  };
}

/** What is done to vectors, where it takes another run of the text; undefined where columns tell it. */
export function selectRun(state: State): Treatment | undefined {
  const treatment = selectTreatment(state);
  return needsRun(treatment) ? treatment : undefined;
}

/** The same of what it is compared with. */
export function selectBaseRun(state: State): Treatment | undefined {
  const base = selectBase(state);
  return needsRun(base) ? base : undefined;
}

/** Whether a run answers exactly this treatment of what is on screen. */
export function runAnswers(
  run: Shown | undefined,
  before: Shown | undefined,
  treatment: Treatment | undefined,
): boolean {
  if (!run?.treatment || !before || !treatment) return false;
  const sameText = run.answers === before.answers && run.model === before.model;
  return sameText && sameTreatment(run.treatment, treatment);
}
