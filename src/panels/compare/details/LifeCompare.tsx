import { useMemo, type ReactNode } from 'react';
import { lifeExtent, type LifeStage } from '../../../charts/life/life-layout.ts';
import { useApp } from '../../../store/use-app.ts';
import { selectData } from '../../../store/trials/data-of.ts';
import { strings } from '../../../strings/index.ts';
import { LifeChart } from '../../origins/LifeChart.tsx';
import { lifeStages } from '../../origins/life-stages.ts';
import { SideStatus } from '../SideStatus.tsx';
import { DimensionChoice } from './DimensionChoice.tsx';
import { Twins } from './Twins.tsx';
import { sideWords, textSample } from './side-words.ts';
import type { FollowedSide } from './use-followed-side.ts';

const words = strings.compareDetails.origins;
const NO_STAGES: readonly LifeStage[] = [];

/** The life of either side's tail: what each part of its network adds, on one scale. */
export function LifeCompare(props: {
  readonly a: FollowedSide;
  readonly b: FollowedSide;
  readonly nameA: string;
  readonly nameB: string;
}): ReactNode {
  const { a, b, nameA, nameB } = props;
  const one = useStages(a);
  const other = useStages(b);
  const extent = useMemo(() => {
    const [[low, high], [otherLow, otherHigh]] = [lifeExtent(one), lifeExtent(other)];
    return [Math.min(low, otherLow), Math.max(high, otherHigh)] as const;
  }, [one, other]);
  return (
    <Twins>
      <SideLife side={a} name={nameA} stages={one} extent={extent} />
      <SideLife side={b} name={nameB} stages={other} extent={extent} />
    </Twins>
  );
}

function useStages({ life: { answer }, dim }: FollowedSide): readonly LifeStage[] {
  return useMemo(() => (answer ? lifeStages(answer, dim, undefined) : NO_STAGES), [answer, dim]);
}

function SideLife(props: {
  readonly side: FollowedSide;
  readonly name: string;
  readonly stages: readonly LifeStage[];
  readonly extent: readonly [number, number];
}): ReactNode {
  const { side, name, stages, extent } = props;
  const data = useApp((state) => selectData('words', state)?.name ?? '');
  const { answer } = side.life;
  if (!answer || stages.length === 0) return <SideStatus asks={[side.life]} />;
  const { titled, sentence, prefix } = sideWords(side.of, name);
  return (
    <LifeChart
      answer={answer}
      dim={side.dim}
      stages={stages}
      extent={extent}
      titled={titled}
      sentence={sentence(words.life)}
      sample={textSample(side.of, data, { sentences: answer.sentences, tokens: answer.measured })}
      name={`${prefix}life-of-${side.dim}`}
      heading={4}
      options={<DimensionChoice side={side} />}
    />
  );
}
