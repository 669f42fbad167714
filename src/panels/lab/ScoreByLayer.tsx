import { useMemo, type ReactNode } from 'react';
import { ChartFrame, type ChartFrameProps } from '../../charts/frame/ChartFrame.tsx';
import {
  LayerLines,
  layerLinesTable,
  type LayerLinesProps,
  type NamedLine,
} from '../../charts/lines/LayerLines.tsx';
import { strings } from '../../strings/index.ts';
import { layerCells, layerNames } from '../explore/words.ts';
import type { ControlLines } from './control-lines.ts';
import type { ShownTrial } from './use-trial.ts';
import type { TrialId } from '../../store/trials/trial.ts';

const words = strings.lab;

type Framed = Pick<ChartFrameProps, 'title' | 'sentence' | 'sample' | 'name' | 'terms' | 'note' | 'options'>;
type Drawn = Pick<LayerLinesProps, 'measure' | 'levels' | 'height' | 'beforeBars' | 'afterBars'>;

interface ScoreByLayerProps extends Framed, Drawn {
  readonly shown: Omit<ShownTrial<TrialId>, 'answer' | 'sampleOf' | 'treats' | 'deed'>;
  /** One value a layer. */
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number> | undefined;
  /** Random cuts beside it. */
  readonly drawn?: ControlLines;
  /** Columns of the table; the values before and after when left out. */
  readonly columns?: readonly (NamedLine | undefined)[];
  /** A value as text. */
  readonly text: (value: number) => string;
}

/** A score of an experiment in every layer, before and after what the cut bar does. */
export function ScoreByLayer(props: ScoreByLayerProps): ReactNode {
  const { shown, before, after, drawn, levels = NO_LEVELS, text } = props;
  const { measure, height, beforeBars, afterBars } = props;
  const layers = useMemo(() => layerNames(shown.layers), [shown.layers]);
  const {
    columns = [
      { name: words.series.before, values: before },
      after && { name: words.series.after, values: after },
    ],
  } = props;
  const inLayer = (_: string, l: number): string =>
    words.byLayer(strings.explore.layer(l), text(before[l] ?? NaN), after ? text(after[l] ?? NaN) : '');
  const table = () =>
    layerLinesTable(layerCells(shown.layers), [
      ...columns,
      ...(drawn?.columns ?? []),
      ...levels.map(({ name, value }) => ({ name, values: new Float64Array(shown.layers).fill(value) })),
    ]);
  return (
    <ChartFrame
      title={props.title}
      sentence={props.sentence}
      sample={props.sample}
      summary={[
        ...layers.map(inLayer),
        ...levels.map(({ name, value }) => words.byLayer(name, text(value), '')),
      ].join(' ')}
      name={props.name}
      rows={table}
      savedWith={shown.cutNote}
      stale={shown.stale}
      note={props.note}
      options={props.options}
      terms={props.terms}
    >
      <LayerLines
        layers={layers}
        before={{ name: shown.baseName, values: before }}
        after={after && { name: shown.cutName, values: after }}
        beforeBars={beforeBars}
        afterBars={afterBars}
        control={drawn?.control}
        controlBand={drawn?.controlBand}
        levels={levels}
        selected={shown.layer}
        measure={measure}
        {...(height !== undefined && { height })}
        format={text}
        onSelect={shown.onLayer}
      />
    </ChartFrame>
  );
}

const NO_LEVELS: NonNullable<LayerLinesProps['levels']> = [];
