import { decimal, unit } from '../../charts/scale/format.ts';
import type { CosineSpread } from '../../measures/cosine-spread.ts';
import { strings } from '../../strings/index.ts';
import type { Deed } from '../comparison/deed.ts';

const { spread, even } = strings.geometryView;
/** A change of a cosine that the chart shows. */
const VISIBLE = 0.005;

/** Where the cosines of a layer lie, or where they are moved. */
export function spreadTitle(
  before: CosineSpread | undefined,
  after: CosineSpread | undefined,
  deed: Deed,
  where: string,
): string {
  const { low = NaN, high = NaN, median = NaN } = before ?? {};
  if (!after) return spread.title(where, unit(low), unit(high));
  if (Math.abs(after.median - median) < VISIBLE) return spread.titleSame(deed.doing, where);
  return spread.titleMoved(deed.doing, unit(median), unit(after.median), where);
}

/** How a figure of evenness is written: IsoScore lies within 0 and 1, kurtosis goes up to the number of dimensions. */
export const evennessText = {
  isoScore: (value: number): string => unit(value, 3),
  kurtosis: (value: number): string => decimal(value, value < 10 ? 2 : 1),
} as const;

/** What is done to IsoScore or to the kurtosis of a layer. */
export function evennessTitle(
  kind: 'isoScore' | 'kurtosis',
  before: number,
  after: number | undefined,
  deed: Deed,
  where: string,
): string {
  const text = evennessText[kind];
  const { name, titleWhole } = even[kind];
  if (after === undefined || !Number.isFinite(after)) return titleWhole(text(before), where);
  const [one, other] = [text(before), text(after)];
  if (one === other) return even.titleSame(deed.doing, name, one, where);
  const moved = after > before ? even.titleRises : even.titleFalls;
  return moved(deed.doing, name, one, other, where);
}
