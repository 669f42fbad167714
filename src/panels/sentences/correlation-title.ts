import { decimal } from '../../charts/scale/format.ts';
import type { Deed } from '../comparison/deed.ts';
import { strings } from '../../strings/index.ts';

const words = strings.sentencesView.sts;
/** A change of a correlation × 100 that can be seen on the chart. */
const VISIBLE = 0.05;

export interface CorrelationFinding {
  /** Spearman or Pearson. */
  readonly measure: string;
  readonly before: number;
  /** undefined where nothing is cut, or until it has come. */
  readonly after: number | undefined;
  readonly deed: Deed;
  /** "in layer 3" */
  readonly where: string;
}

/** What a cut does to how well sentences follow people in the layer in view. */
export function correlationTitle({ measure, before, after, deed, where }: CorrelationFinding): string {
  if (after === undefined) return words.titleWhole(measure, decimal(before, 1), where);
  const change = after - before;
  if (!Number.isFinite(change) || Math.abs(change) < VISIBLE) return words.titleSame(deed.doing, where);
  const by = decimal(Math.abs(change), Math.abs(change) < 1 ? 2 : 1);
  return change > 0 ? words.titleBetter(deed.done, by, where) : words.titleWorse(deed.done, by, where);
}
