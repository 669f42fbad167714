import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { selectTailDims } from '../derive/tails.ts';
import type { State } from '../state.ts';
import { isNothing, needsRun, sameTreatment } from '../treatments.ts';
import { selectColumnsWanted } from '../wanted.ts';
import { TRIALS } from './kinds.ts';
import type { Asked, AskedColumns, TrialData, TrialId } from './trial.ts';

/** Whether vectors' products and these columns say what the treatment leaves: a cut after the network, and nothing more. */
export function isDowndate(columns: AskedColumns, treatment: Treatment): boolean {
  const { cut } = treatment;
  if (needsRun(treatment)) return false;
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
