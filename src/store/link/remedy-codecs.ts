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

/**
 * What the treatment is compared with: `cut`, `cut-inside`, `standardize`, `cut-after+top:3`; `none` for vectors as they are. `cut`
 * alone is where the treatment cuts, and what it cuts unless the link names dimensions (`against-cut`).
 */
export const AGAINST_CODEC: Codec<Against> = {
  key: 'against',
  initial: { cut: false, where: undefined, remedy: undefined },
  step: true,
  write: ({ cut, where, remedy }) => {
    if (!cut) return remedyName(remedy);
    const place = where === undefined ? CUT : `${CUT}-${where}`;
    return remedy ? `${place}+${remedyName(remedy)}` : place;
  },
  read: (text) => {
    const [first = '', second, ...more] = text.split('+');
    const [, cut, where] = /^(cut)(?:-(after|inside))?$/.exec(first) ?? [];
    const read = readRemedy((cut === undefined ? first : second) ?? 'none');
    if (!read || more.length > 0 || (cut === undefined && second !== undefined)) return undefined;
    const place = where === 'after' || where === 'inside' ? where : undefined;
    return { value: { cut: cut !== undefined, where: place, remedy: read.remedy } };
  },
};
