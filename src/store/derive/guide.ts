import { DEFAULT_TAIL_RULE } from '../../measures/detect-tails.ts';
import { type Awaited, selectAwaited } from '../awaited.ts';
import { memo } from '../memo.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { State } from '../state.ts';
import { isPlain, sameTreatment, selectBase, selectTreatment } from '../treatments.ts';
import { selectNothingToMeasure } from '../wanted.ts';
import { selectLayer } from './choice.ts';
import { type CutAwaits, selectCutAwaits } from './cut-awaits.ts';
import { type Pair, selectAnisotropy, selectAnisotropySwitched } from './cosines.ts';
import { selectEffectiveCut } from './effective-cut.ts';
import { selectForecast } from './forecast.ts';
import { vectorsOf } from './drawn.ts';
import { selectTailDims } from './tails.ts';

/** Where a person stands with the page: what there is to say and to try next. Values are mean cosines at the layer. */
export type GuideState =
  | { readonly kind: 'no-text' | 'looking' | 'no-model' | 'few-tokens' | 'no-tails' }
  | { readonly kind: 'awaited'; readonly awaited: Awaited }
  /** `falls`: whether cutting `dim` lowers the mean cosine, as far as that is known. */
  | { readonly kind: 'whole'; readonly dim: number; readonly falls: boolean }
  /** A cut without an "after" yet; `inside`: the same after the network may need nothing. */
  | {
      readonly kind: 'waiting';
      readonly cut: readonly number[];
      readonly awaits: CutAwaits;
      readonly inside: boolean;
    }
  | {
      readonly kind: 'cut';
      readonly cut: readonly number[];
      readonly layer: number;
      readonly before: number;
      readonly after: number;
    }
  /** A remedy, or something else than whole vectors, is compared; `waiting` while a side of that is not there. */
  | {
      readonly kind: 'compared';
      readonly base: Treatment;
      readonly treatment: Treatment;
      readonly layer: number;
      readonly before: number;
      readonly after: number;
    }
  | { readonly kind: 'comparing'; readonly awaits: CutAwaits }
  | {
      readonly kind: 'control';
      readonly drawn: readonly number[];
      readonly layer: number;
      readonly before: number;
      readonly after: number;
      /** The switched dimensions, and what cutting them in the same place did where that is known. */
      readonly instead: { readonly cut: readonly number[]; readonly after: number | undefined } | undefined;
      /** The strongest tail. */
      readonly tail: number | undefined;
    };

/** A change of the mean cosine that its three decimals show plainly. */
const PLAIN = 0.005;

const NO_TEXT: GuideState = { kind: 'no-text' };
const LOOKING: GuideState = { kind: 'looking' };
const NO_MODEL: GuideState = { kind: 'no-model' };
const FEW_TOKENS: GuideState = { kind: 'few-tokens' };
const NO_TAILS: GuideState = { kind: 'no-tails' };

const awaiting = memo((awaited: Awaited): GuideState => ({ kind: 'awaited', awaited }));

const whole = memo((dim: number, falls: boolean): GuideState => ({ kind: 'whole', dim, falls }));

const waiting = memo((cut: readonly number[], awaits: CutAwaits, inside: boolean): GuideState => ({
  kind: 'waiting',
  cut,
  awaits,
  inside,
}));

const comparing = memo((awaits: CutAwaits): GuideState => ({ kind: 'comparing', awaits }));

const compared = memo(
  (
    base: Treatment,
    treatment: Treatment,
    layer: number,
    { before, after }: Pair<Float64Array>,
  ): GuideState => ({
    kind: 'compared',
    base,
    treatment,
    layer,
    before: before[layer] ?? NaN,
    after: after?.[layer] ?? NaN,
  }),
);

const cutting = memo(
  (
    effective: readonly number[],
    cut: readonly number[],
    control: boolean,
    layer: number,
    { before, after }: Pair<Float64Array>,
    switched: Float64Array | undefined,
    tail: number | undefined,
  ): GuideState => {
    const values = { layer, before: before[layer] ?? NaN, after: after?.[layer] ?? NaN };
    if (!control) return { kind: 'cut', cut, ...values };
    const instead = cut.length > 0 ? { cut, after: switched?.[layer] } : undefined;
    return { kind: 'control', drawn: effective, ...values, instead, tail };
  },
);

/** What the page has to tell a person now. */
export function selectGuide(state: State): GuideState {
  const awaited = selectAwaited(state);
  if (awaited) return awaiting(awaited);
  if (selectNothingToMeasure(state)) return NO_TEXT;
  const cosines = selectAnisotropy(state);
  const [base, treatment] = [selectBase(state), selectTreatment(state)];
  const plain = isPlain(state);
  if (!cosines) {
    const awaits = selectCutAwaits(state);
    if (awaits) return comparing(awaits);
    return state.model.kind === 'failed' ? NO_MODEL : LOOKING;
  }
  const layer = selectLayer(state);
  const [tail] = selectTailDims(state);
  const effective = selectEffectiveCut(state);
  if (!plain && !sameTreatment(base, treatment) && Number.isFinite(cosines.before[layer])) {
    const awaits = selectCutAwaits(state);
    return awaits ? comparing(awaits) : compared(base, treatment, layer, cosines);
  }
  if (plain && effective.length > 0 && Number.isFinite(cosines.before[layer])) {
    const { cut, control, where } = state;
    const awaits = selectCutAwaits(state);
    if (awaits) return waiting(effective, awaits, where === 'inside');
    const switched = control ? selectSwitched(state) : undefined;
    return cutting(effective, cut, control, layer, cosines, switched, tail);
  }
  if (tail === undefined) return hasFewTokens(state) ? FEW_TOKENS : NO_TAILS;
  const fall = (cosines.before[layer] ?? NaN) - (selectForecast(state)?.[layer] ?? NaN);
  return whole(tail, fall > PLAIN);
}

/** What the switched dimensions would do where random ones are cut; asked for then alone, within a frame as it has to be. */
function selectSwitched(state: State): Float64Array | undefined {
  return state.where === 'after' ? selectForecast(state) : selectAnisotropySwitched(state);
}

function hasFewTokens({ before }: State): boolean {
  return before !== undefined && vectorsOf(before.exploration) < DEFAULT_TAIL_RULE.vectors;
}
