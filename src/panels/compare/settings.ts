import { DEFAULT_TAIL_RULE, detectTails, type Tail } from '../../measures/detect-tails.ts';
import type { PortraitResult, Setting, Task, TaskKind } from '../../protocol/experiments/compare.ts';
import type { PositionMove } from '../../protocol/experiments/positions.ts';
import type { Side, Specials, State, Thresholds } from '../../store/state.ts';
import { selectData } from '../../store/trials/data-of.ts';

function moveOf({ positions }: Side, seed: number): PositionMove {
  return positions === 'shuffled' ? { kind: positions, seed } : { kind: positions };
}

/** How a side is run, with these dimensions cut. */
export function settingOf(side: Side, cut: readonly number[], specials: Specials, seed: number): Setting {
  const where = side.cut === 'inside' ? 'inside' : 'after';
  const treatment = { cut, where } as const;
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
  return a.model === b.model && a.positions === b.positions && a.cut === b.cut;
}

interface NamedTask {
  readonly task: Task;
  readonly name: string;
}

/** A task on the data at hand; undefined until they have come. */
export function taskOf(kind: TaskKind, state: State): NamedTask | undefined {
  switch (kind) {
    case 'wic': {
      const found = selectData(kind, state);
      return found && { task: { kind, pairs: found.data }, name: found.name };
    }
    case 'wsd': {
      const found = selectData(kind, state);
      return found && { task: { kind, data: found.data }, name: found.name };
    }
    case 'words': {
      const found = selectData(kind, state);
      return found && { task: { kind, sentences: found.data }, name: found.name };
    }
    case 'sts': {
      const found = selectData(kind, state);
      return found && { task: { kind, subsets: found.data }, name: found.name };
    }
    case 'trees': {
      const found = selectData(kind, state);
      return found && { task: { kind, sentences: found.data.sentences }, name: found.name };
    }
  }
}
