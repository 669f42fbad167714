import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { decimal, percent, short, unit } from '../../charts/scale/format.ts';
import { curveScale } from '../../charts/strips/curve-scale.ts';
import { CurveStrips } from '../../charts/strips/CurveStrips.tsx';
import type { BirthAxis, BirthMeasure } from '../../store/state.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { birthTable } from './birth-table.ts';
import { birthSummary, birthTitle, placeText, reportsLine } from './birth-words.ts';
import { curveGroups } from './curves.ts';
import styles from './ModelsView.module.css';
import { breaksOf, type ModelRecord } from './record.ts';
import type { ChosenDimension } from './use-chosen-dimension.ts';
import type { Timeline } from './use-timeline.ts';

const words = strings.models.birth;
const MEASURES: readonly BirthMeasure[] = ['share', 'z', 'kurtosis', 'anisotropy', 'gamma', 'beta'];
const AXES: readonly BirthAxis[] = ['log', 'linear'];
const TERMS = [
  'extremeShare',
  'kurtosis',
  'vector',
  'layer',
  'sd',
  'z',
  'anisotropy',
  'cosine',
  'token',
  'layerNorm',
  'heldOut',
] as const;

export interface BirthPanelProps {
  readonly records: readonly ModelRecord[];
  readonly timeline: Timeline;
  readonly chosen: ChosenDimension;
}

/** What became of every layer in training, in every model. */
export function BirthPanel({ records, timeline, chosen }: BirthPanelProps): ReactNode {
  const measure = useApp((state) => state.birthMeasure);
  const axis = useApp((state) => state.birthAxis);
  const rule = useApp((state) => state.rule);
  const { of: chosenOf, choose } = chosen;
  const groups = useMemo(() => curveGroups(records, measure, chosenOf), [records, measure, chosenOf]);
  const scale = useMemo(() => {
    if (measure === 'share') {
      return { high: 1, ticks: [0, rule.share, 1], text: percent, threshold: rule.share };
    }
    return curveScale(groups, measure === 'z' ? rule.z : undefined);
  }, [groups, measure, rule]);
  const place = useMemo(() => placeText(records), [records]);
  const onSelect = useMemo(
    () =>
      (dim: number, run: number): void => {
        const record = records[run];
        if (record) choose(record, dim);
      },
    [records, choose],
  );
  const sentences = [
    words.sentences[measure],
    ...(scale.threshold === undefined ? [] : [words.dashed]),
    ...(records.some((record) => breaksOf(record).length > 0) ? [words.breaks] : []),
  ];
  return (
    <>
      <Options measure={measure} axis={axis} />
      <ChartFrame
        heading={3}
        terms={TERMS}
        title={birthTitle(records)}
        sentence={sentences.join(' ')}
        sample={reportsLine(records)}
        summary={birthSummary(records)}
        name={`birth-of-a-tail-${measure}`}
        rows={() => birthTable(records, measure)}
      >
        <CurveStrips
          groups={groups}
          axis={axis}
          places={timeline.places}
          at={timeline.at}
          scale={scale}
          value={VALUES[measure]}
          xText={short}
          xName={words.xName}
          placeText={place}
          onMove={timeline.move}
          onSelect={onSelect}
        />
      </ChartFrame>
    </>
  );
}

const VALUES: Readonly<Record<BirthMeasure, (value: number) => string>> = {
  share: percent,
  z: (value) => decimal(value, 1),
  kurtosis: (value) => decimal(value, 1),
  anisotropy: (value) => unit(value, 3),
  gamma: (value) => decimal(value, 2),
  beta: (value) => decimal(value, 2),
};

function Options(props: { readonly measure: BirthMeasure; readonly axis: BirthAxis }): ReactNode {
  const { setBirthMeasure, setBirthAxis } = useActions();
  return (
    <div className={styles['options']}>
      <Segmented
        label={words.choose}
        value={props.measure}
        onChange={setBirthMeasure}
        options={MEASURES.map((value) => ({ value, text: words.measures[value] }))}
      />
      <Segmented
        label={words.axis}
        value={props.axis}
        onChange={setBirthAxis}
        options={AXES.map((value) => ({ value, text: words.axes[value], hint: words.axisHint[value] }))}
      />
    </div>
  );
}
