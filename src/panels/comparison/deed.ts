import type { Remedy } from '../../measures/remedy.ts';
import type { Treatment } from '../../protocol/experiments/treatment.ts';
import { isNothing } from '../../store/treatments.ts';
import { strings } from '../../strings/index.ts';
import { dimNames } from '../explore/tail-titles.ts';

const words = strings.comparison;

/** What is done to vectors, as titles say it. */
export interface Deed {
  /** "Cutting 81", "Whitening", "Cutting 81 instead of standardizing" */
  readonly doing: string;
  /** "Without 81", "Whitened,", "81 cut against standardized:" */
  readonly done: string;
}

export interface Compared {
  readonly base: Treatment;
  readonly treatment: Treatment;
  /** Whether the treatment's dimensions are random. */
  readonly control: boolean;
}

/** A side's name on a chart: "as it is", "81 cut inside", "81 cut, whitened". */
export function sideName(side: Treatment): string {
  const { name } = words;
  if (isNothing(side)) return name.whole;
  const dims = dimNames(side.cut);
  const cut = (side.where === 'inside' ? name.cutInside : name.cut)(dims);
  if (!side.remedy) return cut;
  const remedy = remedyState(side.remedy);
  return side.cut.length === 0 ? remedy : name.and(cut, remedy);
}

export function deedOf({ base, treatment, control }: Compared): Deed {
  const placed = base.cut.length > 0 && treatment.cut.length > 0 && base.where !== treatment.where;
  const plain = doingOf(treatment, control, placed);
  const name = sideName(treatment);
  if (!isNothing(base)) {
    return {
      doing: words.doing.instead(plain, lowered(doingOf(base, false, placed))),
      done: words.done.against(raised(name), sideName(base)),
    };
  }
  const done = treatment.remedy ? words.done.remedy(raised(name)) : words.done.cut(dimNames(treatment.cut));
  return { doing: plain, done };
}

/** What a saved picture says of itself; undefined where nothing is compared. */
export function comparisonNote({ base, treatment }: Compared): string | undefined {
  if (!isNothing(base)) return words.note(sideName(base), sideName(treatment));
  if (isNothing(treatment)) return undefined;
  if (treatment.remedy) return sideName(treatment);
  return strings.explore.cutNote[treatment.where](dimNames(treatment.cut));
}

/** @param placed whether to say where it is cut */
function doingOf(side: Treatment, random: boolean, placed: boolean): string {
  const { doing } = words;
  if (isNothing(side)) return doing.nothing;
  const cut = `${(random ? doing.random : doing.cut)(dimNames(side.cut))}${placed ? doing.placed[side.where] : ''}`;
  if (!side.remedy) return cut;
  const remedy = side.remedy.kind === 'top' ? doing.top(side.remedy.components) : doing[side.remedy.kind];
  return side.cut.length === 0 ? raised(remedy) : doing.and(cut, remedy);
}

/** What a remedy leaves: "whitened". */
export function remedyState(remedy: Remedy): string {
  return remedy.kind === 'top' ? words.name.top(remedy.components) : words.name[remedy.kind];
}

export const raised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
