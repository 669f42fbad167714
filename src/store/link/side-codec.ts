import type { Side } from '../state.ts';
import type { Codec } from './codec.ts';

export const SIDE_MODELS = ['main', 'beside'] as const satisfies readonly Side['model'][];
export const SIDE_POSITIONS = [
  'as-they-are',
  'shuffled',
  'zero',
] as const satisfies readonly Side['positions'][];
export const SIDE_CUTS = ['none', 'after', 'inside'] as const satisfies readonly Side['cut'][];

/** One side of a comparison: `beside,shuffled,none`. */
export function sideCodec(key: string, initial: Side): Codec<Side> {
  return {
    key,
    initial,
    step: true,
    write: ({ model, positions, cut }) => [model, positions, cut].join(),
    read: (text) => {
      const [first, second, third, ...rest] = text.split(',');
      const model = SIDE_MODELS.find((one) => one === first);
      const positions = SIDE_POSITIONS.find((one) => one === second);
      const cut = SIDE_CUTS.find((one) => one === third);
      return model && positions && cut && rest.length === 0
        ? { value: { model, positions, cut } }
        : undefined;
    },
  };
}
