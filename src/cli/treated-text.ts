import { strings } from '../strings/index.ts';
import type { Report } from './report.ts';

/** What was done to the vectors, and to what they are held against. */
export function treatedText({
  cut,
  cutWhere,
  remedy,
  remedyData,
  against,
  positions,
}: Pick<Report['settings'], 'cut' | 'remedy'> & {
  readonly cutWhere: string;
  readonly against?: Report['settings']['against'] | undefined;
  readonly remedyData?: Report['settings']['remedyData'] | undefined;
  readonly positions?: string | undefined;
}): string {
  const { treated, compares, told, fittedOn } = strings.cli;
  const after = treated({ cut, where: cutWhere, remedy });
  const sides = against
    ? compares(treated({ cut: against.cut, where: against.cutWhere, remedy: against.remedy }), after)
    : after;
  const done = remedyData ? `${sides}; ${fittedOn(remedyData.name)}` : sides;
  return positions === undefined ? done : `${told(positions)}; ${done}`;
}
