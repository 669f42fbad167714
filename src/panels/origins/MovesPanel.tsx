import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { LayerLines, layerLinesTable } from '../../charts/lines/LayerLines.tsx';
import { decimal } from '../../charts/scale/format.ts';
import { at } from '../../core/at.ts';
import { SHIFT, type PositionsResult } from '../../protocol/experiments/positions.ts';
import { selectLayer } from '../../store/derive/choice.ts';
import { selectModel } from '../../store/model.ts';
import type { PositionChoice } from '../../store/state.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { useAsk } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { layerCells, layerNames } from '../explore/words.ts';
import { AskStatus } from './AskStatus.tsx';
import { selectMoved, selectPositions } from './questions.ts';
import { useTextSample } from './use-text-sample.ts';

const words = strings.originsView.moves;
const MOVES: readonly PositionChoice[] = ['as-they-are', 'shuffled', 'shifted', 'zero'];

/** What a dimension does when the model is told other positions. */
export function MovesPanel({ dim }: { readonly dim: number }): ReactNode {
  const whole = useAsk('positions', useApp(selectPositions), 'at once');
  const most = useApp((state) => selectModel(state)?.maxTokens ?? 0);
  const room = whole.answer ? most - whole.answer.longest : SHIFT;
  const moved = useAsk(
    'positions',
    useApp((state) => selectMoved(state, room)),
    'at once',
  );
  const choice = useApp((state) => state.positionMove);
  const layer = useApp(selectLayer);
  const { selectLayer: onSelect, setPositionMove } = useActions();
  const sample = useTextSample(whole.answer?.tokens, whole.answer?.sentences);
  const layers = useMemo(() => layerNames(whole.answer?.layers ?? 0), [whole.answer]);
  const before = meansOf(whole.answer, dim);
  if (!before) return <AskStatus ask={whole} />;
  const after = choice === 'as-they-are' ? undefined : meansOf(moved.answer, dim);
  const beforeLine = { name: words.whole, values: before };
  const afterLine = after && { name: words.moved(words.done[choice]), values: after };
  const title = after
    ? words.title({
        dim,
        move: words.done[choice],
        from: decimal(at(before, layer)),
        to: decimal(at(after, layer)),
        layer: strings.originsView.layer(layer),
      })
    : words.titleWhole(dim);
  return (
    <ChartFrame
      terms={['dimension', 'tail', 'layer']}
      title={title}
      sentence={words.sentence}
      sample={sample}
      summary={words.summary({ dim })}
      name={`positions-${choice}`}
      stale={moved.running !== undefined}
      options={
        <Segmented
          label={words.choose}
          value={choice}
          onChange={setPositionMove}
          options={MOVES.map((value) => ({
            value,
            text:
              value === 'shifted'
                ? words.options.shifted(Math.max(0, Math.min(SHIFT, room)))
                : words.options[value],
            hint: words.hints[value],
          }))}
        />
      }
      rows={() => layerLinesTable(layerCells(layers.length), [beforeLine, afterLine])}
    >
      {choice === 'shifted' && room <= 0 ? <p>{words.noRoom}</p> : null}
      {moved.failure !== undefined && <AskStatus ask={moved} />}
      <LayerLines
        layers={layers}
        before={beforeLine}
        after={afterLine}
        selected={layer}
        measure={words.axis}
        axis={words.axis}
        format={decimal}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}

function meansOf(result: PositionsResult | undefined, dim: number): Float64Array | undefined {
  return result?.followed.find((each) => each.dim === dim)?.mean;
}
