import { unit } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';
import type { Deed } from '../comparison/deed.ts';

const words = strings.titles.anisotropy;
/** A change of the mean cosine that can be seen on the chart. */
const VISIBLE = 0.005;

export interface AnisotropyFinding {
  readonly before: number;
  /** undefined where nothing is cut, or until it has come. */
  readonly after: number | undefined;
  readonly cut: readonly number[];
  readonly deed: Deed;
  readonly dims: number;
  readonly layer: number;
  /** Whether random dimensions are cut in the tails' place. */
  readonly control: boolean;
}

/** What a cut does to the mean cosine of the layer in view. */
export function anisotropyTitle({
  before,
  after,
  cut,
  deed,
  dims,
  layer,
  control,
}: AnisotropyFinding): string {
  if (cut.length > 0 && cut.length >= dims) return words.nothing;
  if (after === undefined) return words.whole(unit(before, 2), strings.explore.inLayer(layer));
  const names = deed.doing;
  const fall = before - after;
  const same = Math.abs(fall) < VISIBLE;
  if (control) return same ? words.control(names) : words.controlMuch(names);
  if (same) return words.same(names);
  // below zero vectors point away from each other: a rise towards zero is no narrower cone
  if (before < 0)
    return fall > 0 ? words.apart(names) : after > VISIBLE ? words.closes(names) : words.upright(names);
  return fall > 0 ? words.opens(names) : words.closes(names);
}
