import { strings } from '../strings/index.ts';
import type { Report } from './report.ts';

/** What was done to the vectors, and to what they are held against. */
export function treatedText({
  cut,
  cutWhere,
  remedy,
  against,
  positions,
}: Pick<Report['settings'], 'cut' | 'remedy'> & {
  readonly cutWhere: string;
  readonly against?: Report['settings']['against'] | undefined;
  readonly positions?: string | undefined;
}): string {
  const { treated, compares, told } = strings.cli;
  const after = treated({ cut, where: cutWhere, remedy });
  const sides = against
    ? compares(treated({ cut: against.cut, where: against.cutWhere, remedy: against.remedy }), after)
    : after;
  return positions === undefined ? sides : `${told(positions)}; ${sides}`;
}
