import type { ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { LayerLines, layerLinesTable } from '../../charts/lines/LayerLines.tsx';
import { count, hundredthsTick, percent } from '../../charts/scale/format.ts';
import { selectLayer } from '../../store/derive/choice.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { useAsk, type Ask } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { layerCells, layerNames } from '../explore/words.ts';
import { AskBar } from './AskStatus.tsx';
import { explainedTitle } from './explained-title.ts';
import { ByFrequency, ByPosition } from './MeansAlong.tsx';
import styles from './OriginsView.module.css';
import { selectPositions, selectWholePositions } from './questions.ts';
import { useTextSample } from './use-text-sample.ts';

const words = strings.originsView.explained;

/** The two published explanations side by side: what positions and frequencies account for. */
export function ExplainedPanel({ dim }: { readonly dim: number }): ReactNode {
  const first = useAsk('positions', useApp(selectPositions), 'at once');
  const wholeText = useApp(selectWholePositions);
  const whole = useAsk('positions', wholeText, 'on demand');
  const layer = useApp(selectLayer);
  const { selectLayer: onSelect } = useActions();
  const answer = whole.answer ?? first.answer;
  const sample = useTextSample(answer?.tokens, whole.answer ? undefined : answer?.sentences);
  const found = answer?.followed.find((each) => each.dim === dim);
  if (!answer || !found) return null;
  const counted = words.frequencies({ sentences: count(answer.sentences), tokens: count(answer.tokens) });
  const layers = layerNames(answer.layers);
  const position = { name: words.position, values: found.byPosition };
  const frequency = { name: words.frequency, values: found.byFrequency };
  const both = { name: words.both, values: found.byBoth };
  return (
    <>
      <ChartFrame
        terms={['explained', 'tail', 'token', 'specials']}
        title={explainedTitle(found, layer)}
        sentence={`${words.sentence} ${counted}`}
        sample={sample}
        summary={words.summary({ dim })}
        name={`position-or-frequency-${dim}`}
        rows={() => layerLinesTable(layerCells(layers.length), [position, frequency, both])}
      >
        <LayerLines
          layers={layers}
          before={position}
          token={frequency}
          control={both}
          selected={Math.min(layer, layers.length - 1)}
          measure={words.axis}
          axis={words.axis}
          format={percent}
          tick={hundredthsTick}
          onSelect={onSelect}
        />
      </ChartFrame>
      <ByPosition result={answer} found={found} layer={layer} sample={sample} />
      <ByFrequency result={answer} found={found} layer={layer} sample={sample} />
      {wholeText && !whole.answer && <CountAll ask={whole} sentences={wholeText.sentences.length} />}
    </>
  );
}

/** Frequencies of a few hundred sentences say little of a long text: all of it can be counted and measured. */
function CountAll({
  ask,
  sentences,
}: {
  readonly ask: Ask<'positions'>;
  readonly sentences: number;
}): ReactNode {
  return (
    <section className={styles['probe']} aria-label={words.countAllTitle}>
      <p className={styles['lead']}>{words.countAllWhy}</p>
      <AskBar ask={ask} label={words.countAllTitle} />
      {!ask.running && ask.failure === undefined && (
        <Button onClick={ask.ask}>{words.countAll(count(sentences))}</Button>
      )}
    </section>
  );
}
