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
    ...(side.cut === 'none'
      ? []
      : [cut.length === 0 ? named.noTails : named.cut(dimNames(cut), side.cut === 'inside')]),
    ...(side.remedy ? [remedyState(side.remedy)] : []),
  ];
  if (model !== undefined) return [model, ...done].join(', ');
  return done.length === 0 ? named.whole : done.join(', ');
}
