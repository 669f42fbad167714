import { controlDraws } from '../../measures/control-draws.ts';
import { DEFAULT_TAIL_RULE, detectTails, type Tail } from '../../measures/detect-tails.ts';
import type { PortraitResult, Setting } from '../../protocol/experiments/compare.ts';
import { remedyName } from '../../measures/remedy.ts';
import type { LoadedModel } from '../../protocol/model.ts';
import { SHIFT } from '../../protocol/experiments/text-limits.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import type { PositionMove } from '../../protocol/experiments/positions.ts';
import type { CutWhere, Side, Specials, Thresholds } from '../../store/state.ts';

function moveOf({ positions }: Side, seed: number): PositionMove {
  if (positions === 'shuffled') return { kind: positions, seed };
  return positions === 'shifted' ? { kind: positions, by: SHIFT } : { kind: positions };
}

/** Where a side is cut, the tails or others. */
export function whereCut({ cut }: Side): 'none' | CutWhere {
  return cut === 'random' ? 'after' : cut;
}

/** As many other dimensions, drawn by the seed: none in place of none. */
export function othersOf(cut: readonly number[], dims: number, seed: number): readonly number[] {
  return cut.length === 0 ? cut : (controlDraws(dims, cut, seed)[0] ?? []);
}

/** How a side is run, with these dimensions cut. */
export function settingOf(side: Side, cut: readonly number[], specials: Specials, seed: number): Setting {
  const where = side.cut === 'inside' ? 'inside' : 'after';
  const { remedy } = side;
  const treatment: Treatment = { cut, where, ...(remedy && { remedy }) };
  return { seat: side.model, move: moveOf(side, seed), treatment, specials, seed };
}

/** The tails of a portrait by the rule as it is set, strongest first. */
export function tailsOf(portrait: PortraitResult, rule: Thresholds): readonly Tail[] {
  return detectTails(portrait, { ...DEFAULT_TAIL_RULE, ...rule });
}

/** Their dimensions, ascending. */
export function tailDims(tails: readonly Tail[]): readonly number[] {
  return [...new Set(tails.map(({ dim }) => dim))].sort((a, b) => a - b);
}

/** The same to look at and to measure. */
export function sameSide(a: Side, b: Side): boolean {
  return (
    a.model === b.model &&
    a.positions === b.positions &&
    a.cut === b.cut &&
    remedyName(a.remedy) === remedyName(b.remedy)
  );
}

/** The same network, told the same positions: whatever is done to its vectors. */
export function sameNetwork(a: Side, b: Side): boolean {
  return a.model === b.model && a.positions === b.positions;
}

/** Models of so few parameters do the tasks in some seconds: then these need no asking for. */
const SMALL = 12e6;

export const isSmall = ({ model }: { readonly model: LoadedModel | undefined }): boolean =>
  (model?.parameters ?? Infinity) <= SMALL;
