import type { ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { LayerLines, layerLinesTable } from '../../charts/lines/LayerLines.tsx';
import { count, decimal, hundredthsTick, percent } from '../../charts/scale/format.ts';
import { at } from '../../core/at.ts';
import type { Table } from '../../charts/table.ts';
import type { ProbeLayer } from '../../protocol/experiments/position-probe.ts';
import { READ_IN_PAGE } from '../../protocol/experiments/text-limits.ts';
import { selectLayer } from '../../store/derive/choice.ts';
import { selectModel } from '../../store/model.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { useAsk } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { layerCells, layerNames } from '../explore/words.ts';
import { AskBar } from './AskStatus.tsx';
import styles from './OriginsView.module.css';
import { selectProbe } from './questions.ts';
import { ReadMost } from './ReadMost.tsx';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.originsView.probe;
/** Fewer sentences than this teach a probe little. */
const FEW = 500;

/** A probe that tells positions from vectors, trained when it is asked for, and what it reads of a dimension. */
export function ProbePanel({ dim }: { readonly dim: number }): ReactNode {
  const request = useApp(selectProbe);
  const probe = useAsk('position-probe', request, 'on demand');
  const layer = useApp(selectLayer);
  const model = useApp((state) => selectModel(state)?.name ?? '');
  const { selectLayer: onSelect } = useActions();
  const { answer, running } = probe;
  if (!request) return null;
  const sentences = request.train.length + request.test.length;
  const capped = sentences === READ_IN_PAGE.probe;
  const few = sentences < FEW ? ` ${words.few}` : '';
  if (!answer)
    return (
      <section className={styles['probe']} aria-label={words.titleIdle}>
        <h2 className={styles['title']}>{words.titleIdle}</h2>
        <p className={styles['lead']}>
          {words.idle(sentences, capped)}
          {few}
        </p>
        <AskBar ask={probe} label={words.titleIdle} />
        {!running && probe.failure === undefined && <Button onClick={probe.ask}>{words.run}</Button>}
      </section>
    );
  const layers = layerNames(answer.layers.length);
  const accuracy = { name: words.accuracy, values: answer.layers.map((each) => each.accuracy) };
  const majority = { name: words.majority, values: answer.layers.map(() => answer.majority) };
  const place = request.dims.indexOf(dim);
  const times = answer.layers.map(
    ({ followed, meanContribution }) => (followed[place]?.c ?? NaN) / meanContribution,
  );
  const shown = Math.min(layer, layers.length - 1);
  const now = answer.layers[shown];
  const sample = `${model} · ${words.sample({
    trained: count(answer.trained),
    tested: count(answer.tested),
    classes: answer.classes,
    duplicates: answer.duplicates,
  })}${capped ? ` · ${strings.originsView.firstLines(count(sentences))}` : ''}`;
  return (
    <>
      <ChartFrame
        note={<PaperSays claim="probe" />}
        terms={['probe', 'accuracy', 'mostFrequentPlace', 'token']}
        title={words.title({
          dim,
          layer: strings.originsView.layer(shown),
          accuracy: percent(at(accuracy.values, shown)),
          times: decimal(at(times, shown), 1),
        })}
        sentence={`${words.sentence}${few}`}
        sample={sample}
        summary={words.summary}
        name="position-probe"
        rows={() => layerLinesTable(layerCells(layers.length), [accuracy, majority])}
      >
        <LayerLines
          layers={layers}
          before={accuracy}
          control={majority}
          selected={shown}
          measure={words.axis}
          axis={words.axis}
          format={percent}
          tick={hundredthsTick}
          onSelect={onSelect}
        />
      </ChartFrame>
      <ChartFrame
        note={<PaperSays claim="probeTail" />}
        terms={['probeContribution', 'dimension']}
        title={words.contributionTitle(dim)}
        sentence={`${words.contribution} ${words.notImportance}`}
        sample={sample}
        summary={words.contribution}
        name={`probe-contribution-${dim}`}
        rows={() => contributionTable(answer.layers, place, dim)}
      >
        <LayerLines
          layers={layers}
          before={{ name: String(dim), values: times }}
          control={{ name: words.times, values: times.map(() => 1) }}
          selected={shown}
          measure={words.times}
          axis={words.times}
          format={(value) => decimal(value, 1)}
          onSelect={onSelect}
        />
        {now && <ReadMost layer={now} name={strings.originsView.layer(shown)} dim={dim} />}
      </ChartFrame>
    </>
  );
}

/** By layer: c of the dimension, the mean over all, their ratio, and the dimensions that the probe reads most. */
function contributionTable(layers: readonly ProbeLayer[], place: number, dim: number): Table {
  const own = layers.map(({ followed }) => followed[place]?.c ?? NaN);
  const mean = layers.map(({ meanContribution }) => meanContribution);
  const { columns, rows } = layerLinesTable(layerCells(layers.length), [
    { name: words.times, values: own.map((c, layer) => c / at(mean, layer)) },
    { name: words.contributionOf(dim), values: own },
    { name: words.meanContribution, values: mean },
  ]);
  const most = layers.map(({ top, meanContribution }) =>
    top.map((each) => words.most.item(each.dim, decimal(each.c / meanContribution, 2))).join(', '),
  );
  return {
    columns: [...columns, words.most.name],
    rows: rows.map((row, layer) => [...row, most[layer] ?? '']),
  };
}
