import { remedyName } from '../../measures/remedy.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { selectEffectiveCut } from '../derive/effective-cut.ts';
import { selectTailDims } from '../derive/tails.ts';
import { memo } from '../memo.ts';
import type { CutWhere, State } from '../state.ts';
import { selectColumnsWanted } from '../wanted.ts';
import { TRIALS } from './kinds.ts';
import type { Asked, AskedColumns, TrialData, TrialId } from './trial.ts';

const treatment = memo((cut: readonly number[], where: CutWhere): Treatment => ({ cut, where }));

/** What the cut bar asks to be done to vectors; the same object until it is moved. */
export function selectTreatment(state: State): Treatment {
  return treatment(selectEffectiveCut(state), state.where);
}

export function isNothing({ cut, remedy }: Treatment): boolean {
  return cut.length === 0 && remedy === undefined;
}

export function sameTreatment(a: Treatment, b: Treatment): boolean {
  if (isNothing(a) && isNothing(b)) return true;
  if (remedyName(a.remedy) !== remedyName(b.remedy)) return false;
  return a.where === b.where && a.cut.length === b.cut.length && a.cut.every((dim, i) => dim === b.cut[i]);
}

/** Whether vectors' products and these columns say what the treatment leaves: a cut after the network, and nothing more. */
export function isDowndate(columns: AskedColumns, { cut, where, remedy }: Treatment): boolean {
  if (where !== 'after' || remedy !== undefined) return false;
  return columns === 'all' || cut.every((dim) => columns.includes(dim));
}

/** Whether an answer to this says what the treatment does, too. */
export function covers<K extends TrialId>(id: K, asked: Asked<K>, wanted: Treatment): boolean {
  if (isNothing(wanted) || sameTreatment(asked.treatment, wanted)) return true;
  return TRIALS[id].live(asked.data) && isDowndate(asked.columns, wanted);
}

/** Bytes of columns that come along without being asked for: then any dimension answers within a frame. */
const ROOM = 48e6;
/** Tails whose columns come along in any case. */
const AHEAD = 16;

/** The columns to ask for: all where they are few, else those of the tails and of what is cut. */
export function columnsFor<K extends TrialId>(
  id: K,
  data: TrialData[K],
  { layers, dims }: { readonly layers: number; readonly dims: number },
  state: State,
): AskedColumns {
  const bytes = TRIALS[id].vectors(data) * (layers + 1) * dims * Float32Array.BYTES_PER_ELEMENT;
  if (bytes <= ROOM) return 'all';
  const wanted = [...selectTailDims(state).slice(0, AHEAD), ...selectColumnsWanted(state)];
  return [...new Set(wanted)].filter((dim) => dim < dims);
}
