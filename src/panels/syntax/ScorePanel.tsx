import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../charts/frame/ChartFrame.tsx';
import { LayerLines, layerLinesTable } from '../../charts/lines/LayerLines.tsx';
import { count, decimal } from '../../charts/scale/format.ts';
import { MOST_SCORED_WORDS } from '../../datasets/index.ts';
import { selectTreeScores } from '../../store/derive/lab/trees.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { layerCells, layerNames } from '../explore/words.ts';
import { controlLines } from '../lab/control-lines.ts';
import { RandomCutsPart } from '../lab/RandomCutsPart.tsx';
import { useRandomCuts } from '../lab/use-random-cuts.ts';
import { useTrial } from '../lab/use-trial.ts';
import lab from '../lab/lab.module.css';
import { DistanceChoice } from './DistanceChoice.tsx';
import { scoreTitle } from './score-title.ts';
import { useBaselines } from './use-baselines.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.syntaxView.trees;
const hundredths = (value: number): string => decimal(value, 2);

/** F1 of the induced trees by layer, before and after the cut, beside trees without vectors. */
export function ScorePanel(): ReactNode {
  const shown = useTrial('trees');
  const cuts = useRandomCuts('trees');
  const scores = useApp(selectTreeScores);
  const distance = useApp((state) => state.distance);
  const layerCount = shown?.layers ?? 0;
  const layers = useMemo(() => layerNames(layerCount), [layerCount]);
  const baselines = useBaselines(shown?.answer);
  const levels = useMemo(
    () => baselines.map(({ kind, score }) => ({ name: words.levels[kind], value: score })),
    [baselines],
  );
  const range = cuts?.figures?.scores;
  const drawn = useMemo(() => controlLines(cuts, range), [cuts, range]);
  if (!shown || !scores) return null;
  const { before, after } = scores;
  const { layer } = shown;
  return (
    <div className={lab['charted']}>
      <ChartFrame
        title={scoreTitle(before[layer] ?? NaN, after?.[layer], shown.deed, strings.explore.inLayer(layer))}
        sentence={words.sentence}
        sample={shown.sampleOf(words.sample(count(shown.answer.result.measured.length), MOST_SCORED_WORDS))}
        summary={[
          ...layers.map((_, l) =>
            strings.lab.byLayer(
              strings.explore.layer(l),
              hundredths(before[l] ?? NaN),
              after ? hundredths(after[l] ?? NaN) : '',
            ),
          ),
          ...levels.map(({ name, value }) => strings.lab.byLayer(name, hundredths(value), '')),
        ].join(' ')}
        name={`syntax-${distance}`}
        rows={() =>
          layerLinesTable(layerCells(layerCount), [
            { name: words.columns.before, values: before },
            after && { name: words.columns.after, values: after },
            ...drawn.columns,
            ...levels.map(({ name, value }) => ({
              name,
              values: new Float64Array(layerCount).fill(value),
            })),
          ])
        }
        savedWith={shown.cutNote}
        stale={shown.stale}
        options={<DistanceChoice />}
        note={<PaperSays claim="syntax" />}
        terms={['f1', 'induced', 'goldConstituent', 'baselines']}
      >
        <LayerLines
          layers={layers}
          before={{ name: shown.baseName, values: before }}
          after={after && { name: shown.cutName, values: after }}
          control={drawn.control}
          controlBand={drawn.controlBand}
          levels={levels}
          selected={layer}
          measure={words.axis}
          height={300}
          format={hundredths}
          onSelect={shown.onLayer}
        />
      </ChartFrame>
      {cuts && (
        <RandomCutsPart
          cuts={cuts}
          layer={layer}
          where={strings.explore.inLayer(layer)}
          figures={[{ name: words.axis, before, after, range, text: hundredths }]}
        />
      )}
    </div>
  );
}
