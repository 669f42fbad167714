import type { Side } from '../../store/state.ts';
import { strings } from '../../strings/index.ts';
import { remedyState } from '../comparison/deed.ts';
import { dimNames } from '../explore/tail-titles.ts';
import type { ComparedSide } from './use-side.ts';

const words = strings.compareView;

/**
 * A side in words: its model where the two differ in it, then what is done to it.
 * @param model what its model is called beside the other; undefined where both sides have the same
 */
export function sideName({ side, cut }: ComparedSide, model: string | undefined): string {
  const { named } = words;
  const done = [
    ...(side.positions === 'as-they-are' ? [] : [named.positions[side.positions]]),
    ...cutName(side.cut, cut),
    ...(side.remedy ? [remedyState(side.remedy)] : []),
  ];
  if (model !== undefined) return [model, ...done].join(', ');
  return done.length === 0 ? named.whole : done.join(', ');
}

function cutName(kind: Side['cut'], dims: readonly number[]): readonly string[] {
  const { named } = words;
  if (kind === 'none') return [];
  if (dims.length === 0) return [named.noTails];
  return [named.cut[kind](dimNames(dims))];
}
