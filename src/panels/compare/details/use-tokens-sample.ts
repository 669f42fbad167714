import { count } from '../../../charts/scale/format.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { useApp } from '../../../store/use-app.ts';
import { strings } from '../../../strings/index.ts';
import type { ShownEvidence } from './use-evidence.ts';

/** The sample line of what was measured of a side's tokens. */
export function useTokensSample({ side, found }: ShownEvidence<'geometry'>): string {
  const name = useApp((state) => selectData('words', state)?.name ?? '');
  const { chart, measures } = strings.compareView;
  const measured = measures.measured.tokens(count(found?.measured ?? 0));
  return chart.sample(measured, name, side.setting?.specials !== 'exclude');
}
