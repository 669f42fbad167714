import type { ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import type { LifeStage } from '../../charts/life/life-layout.ts';
import { LifeTrace } from '../../charts/life/LifeTrace.tsx';
import { decimal, signed } from '../../charts/scale/format.ts';
import type { LifeResult } from '../../protocol/experiments/life.ts';
import { strings } from '../../strings/index.ts';
import { LIFE_KINDS, stepAt, strongestStep } from './life-stages.ts';

const words = strings.originsView.life;
const layerName = strings.originsView.layer;
const asItIs = (finding: string): string => finding;

export interface LifeChartProps {
  readonly answer: LifeResult;
  readonly dim: number;
  /** Of that dimension, see lifeStages. */
  readonly stages: readonly LifeStage[];
  readonly sample: string;
  /** What the finding is told of, where there are two: "A: what moves 180 most...". */
  readonly titled?: (finding: string) => string;
  /** In place of the view's own. */
  readonly sentence?: string;
  readonly name?: string;
  readonly heading?: 2 | 4;
  readonly extent?: readonly [number, number];
  readonly options?: ReactNode;
}

/** One dimension's life in a model, as a trace and as a table. */
export function LifeChart(props: LifeChartProps): ReactNode {
  const { answer, dim, stages, sample, titled = asItIs } = props;
  const strongest = strongestStep(stages);
  const steps = stages.reduce((sum, stage) => sum + stage.steps.length, 0);
  return (
    <ChartFrame
      terms={['life', 'layerNorm', 'token', 'specials']}
      title={titled(
        strongest
          ? words.title({
              dim,
              part: strongest.step.name,
              layer: layerName(strongest.layer),
              value: signed(strongest.step.value),
            })
          : words.titleNone,
      )}
      sentence={props.sentence ?? words.sentence}
      sample={`${sample} · ${words.exact(answer.largestError.toExponential(0))}`}
      summary={words.summary({ dim, steps })}
      name={props.name ?? `life-of-${dim}`}
      heading={props.heading ?? 2}
      options={props.options}
      rows={() => ({
        columns: words.columns,
        rows: Array.from({ length: steps }, (_, number) => {
          const found = stepAt(stages, number);
          return [
            { text: layerName(found?.layer ?? 0), value: found?.layer ?? 0 },
            found?.step.name ?? '',
            found?.step.value ?? NaN,
            found?.to ?? NaN,
          ];
        }),
      })}
    >
      <LifeTrace
        stages={stages}
        kinds={LIFE_KINDS}
        label={words.label}
        axes={[words.axis(dim), strings.charts.layer]}
        extent={props.extent}
        reading={(number) => {
          const found = stepAt(stages, number);
          if (!found) return ['', ''];
          return words.reading({
            stage: layerName(found.layer),
            step: found.step.name,
            value: signed(found.step.value, 3),
            to: decimal(found.to, 3),
          });
        }}
      />
    </ChartFrame>
  );
}
