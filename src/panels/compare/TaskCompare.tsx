import type { ReactNode } from 'react';
import type { DataId } from '../../store/data/experiment-data.ts';
import { useApp } from '../../store/use-app.ts';
import { selectData } from '../../store/trials/data-of.ts';
import type { AskWhen } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { LayerCompare } from './LayerCompare.tsx';
import { LeftOutOfBoth } from './LeftOutOfBoth.tsx';
import { TASKS } from './measures.ts';
import { SideStatus } from './SideStatus.tsx';
import type { Compared } from './use-compared.ts';
import { useScores } from './use-scores.ts';

const words = strings.compareView;

/** One task's scores by layer of both sides, and what of its data either could not measure. */
export function TaskCompare(props: {
  readonly kind: DataId;
  readonly compared: Compared;
  readonly when: AskWhen;
}): ReactNode {
  const { kind, compared, when } = props;
  const { a, b, names, cutOfA } = compared;
  const one = useScores(kind, a, when);
  const other = useScores(kind, b, when);
  const name = useApp((state) => selectData(kind, state)?.name ?? '');
  if (!one.answer || !other.answer) return <SideStatus asks={[one, other]} />;
  const measured = words.measures.measured[kind](one.answer.measured);
  const sample = words.chart.sample(measured, name, a.setting?.specials !== 'exclude');
  return (
    <div>
      <LayerCompare
        {...TASKS[kind]}
        {...names}
        cutOfA={cutOfA}
        name={kind}
        sample={sample}
        a={one.answer.scores}
        b={other.answer.scores}
      />
      <LeftOutOfBoth a={one.answer} b={other.answer} />
    </div>
  );
}
