import { readRemedy, remedyName } from '../../measures/remedy.ts';
import type { Side } from '../state.ts';
import type { Codec } from './codec.ts';

export const SIDE_MODELS = ['main', 'beside'] as const satisfies readonly Side['model'][];
export const SIDE_POSITIONS = [
  'as-they-are',
  'shuffled',
  'shifted',
  'zero',
] as const satisfies readonly Side['positions'][];
export const SIDE_CUTS = ['none', 'after', 'inside', 'random'] as const satisfies readonly Side['cut'][];

/** One side of a comparison: `beside,shuffled,none`, with a remedy `main,as-they-are,after,whiten`. */
export function sideCodec(key: string, initial: Side): Codec<Side> {
  return {
    key,
    initial,
    step: true,
    write: ({ model, positions, cut, remedy }) =>
      [model, positions, cut, ...(remedy ? [remedyName(remedy)] : [])].join(),
    read: (text) => {
      const [first, second, third, fourth = 'none', ...rest] = text.split(',');
      const model = SIDE_MODELS.find((one) => one === first);
      const positions = SIDE_POSITIONS.find((one) => one === second);
      const cut = SIDE_CUTS.find((one) => one === third);
      const read = readRemedy(fourth);
      return model && positions && cut && read && rest.length === 0
        ? { value: { model, positions, cut, remedy: read.remedy } }
        : undefined;
    },
  };
}
