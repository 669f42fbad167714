import { readRemedy, remedyName, type Remedy } from '../../measures/remedy.ts';
import type { Against } from '../state.ts';
import type { Codec } from './codec.ts';

/** As the command writes it: `whiten`, `top:3`. */
export const REMEDY_CODEC: Codec<Remedy | undefined> = {
  key: 'remedy',
  initial: undefined,
  step: true,
  write: remedyName,
  read: (text) => {
    const read = readRemedy(text);
    return read && { value: read.remedy };
  },
};

const CUT = 'cut';

/** What the treatment is compared with: `cut`, `standardize`, `cut+top:3`; `none` for vectors as they are. */
export const AGAINST_CODEC: Codec<Against> = {
  key: 'against',
  initial: { cut: false, remedy: undefined },
  step: true,
  write: ({ cut, remedy }) => {
    if (!cut) return remedyName(remedy);
    return remedy ? `${CUT}+${remedyName(remedy)}` : CUT;
  },
  read: (text) => {
    const [first = '', second, ...more] = text.split('+');
    const cut = first === CUT;
    const read = readRemedy((cut ? second : first) ?? 'none');
    if (!read || more.length > 0 || (!cut && second !== undefined)) return undefined;
    return { value: { cut, remedy: read.remedy } };
  },
};
