import type { ReactNode } from 'react';
import type { DataId } from '../../store/data/experiment-data.ts';
import { useApp } from '../../store/use-app.ts';
import { selectData } from '../../store/trials/data-of.ts';
import { placesOf } from '../../store/trials/places-of.ts';
import type { AskWhen } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { LayerCompare } from './LayerCompare.tsx';
import { LeftOutOfBoth } from './LeftOutOfBoth.tsx';
import { BESIDE, TASKS } from './measures.ts';
import { SideStatus } from './SideStatus.tsx';
import type { Compared } from './use-compared.ts';
import { useScores } from './use-scores.ts';

const words = strings.compareView;

/** One task's figures by layer of both sides, and what of its data either could not measure. */
export function TaskCompare(props: {
  readonly kind: DataId;
  readonly compared: Compared;
  readonly when: AskWhen;
}): ReactNode {
  const { kind, compared, when } = props;
  const { names, cutOfA } = compared;
  const one = useScores(kind, compared.a, when);
  const other = useScores(kind, compared.b, when);
  const name = useApp((state) => selectData(kind, state)?.name ?? '');
  const data = useApp((state) => selectData(kind, state)?.data);
  const lines = useApp((state) => selectData(kind, state)?.lines);
  if (!one.answer || !other.answer) return <SideStatus asks={[one, other]} />;
  const measured = words.measures.measured[kind](one.answer.measured);
  const { baselines } = one.answer;
  const sample = words.chart.sample(measured, name, compared.a.setting?.specials !== 'exclude');
  const levels = baselines?.map((baseline) => ({
    name: strings.syntaxView.trees.levels[baseline.kind],
    value: baseline.score,
  }));
  const shared = { ...names, cutOfA, sample, levels };
  const [first, second] = [one.answer, other.answer];
  return (
    <>
      <div>
        <LayerCompare {...TASKS[kind]} {...shared} name={kind} a={first.scores} b={second.scores} />
        <LeftOutOfBoth
          a={first}
          b={second}
          placesOf={(sentences) => (data ? placesOf(kind, { data, lines }, sentences) : [])}
        />
      </div>
      {BESIDE[kind].map(({ figure, ...measure }) => {
        const [a, b] = [first.others[figure], second.others[figure]];
        return (
          a &&
          b && <LayerCompare key={figure} {...measure} {...shared} name={`${kind}-${figure}`} a={a} b={b} />
        );
      })}
    </>
  );
}
