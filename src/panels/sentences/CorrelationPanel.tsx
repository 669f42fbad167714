import { useMemo, type ReactNode } from 'react';
import { count, decimal } from '../../charts/scale/format.ts';
import type { SubsetScores } from '../../measures/subset-scores.ts';
import { selectStsScores } from '../../store/derive/lab/sts.ts';
import type { Correlation } from '../../store/state.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { controlLines } from '../lab/control-lines.ts';
import { RandomCutsPart } from '../lab/RandomCutsPart.tsx';
import { ScoreByLayer } from '../lab/ScoreByLayer.tsx';
import { useRandomCuts } from '../lab/use-random-cuts.ts';
import { useTrial } from '../lab/use-trial.ts';
import lab from '../lab/lab.module.css';
import { correlationTitle } from './correlation-title.ts';
import { PaperSays } from '../lab/PaperSays.tsx';

const words = strings.sentencesView.sts;
const MEASURES: readonly Correlation[] = ['spearman', 'pearson'];
const hundredths = (value: number): string => decimal(value, 2);

/** Correlation of cosines with people's scores by layer, before and after the cut. */
export function CorrelationPanel(): ReactNode {
  const shown = useTrial('sts');
  const cuts = useRandomCuts('sts');
  const scores = useApp(selectStsScores);
  const measure = useApp((state) => state.correlation);
  const { setCorrelation } = useActions();
  const lines = useMemo(() => scores && linesOf(scores, measure), [scores, measure]);
  const found = cuts?.figures;
  const range = measure === 'spearman' ? found?.scores : found?.others.pearson;
  const drawn = useMemo(() => controlLines(cuts, range), [cuts, range]);
  if (!shown || !scores || !lines) return null;
  const { before, after } = lines;
  const { layer, answer } = shown;
  const subsets = answer.asked.data.length;
  const pairs = words.pairs(count(answer.result.scores.length), subsets);
  const said = [words.sentence(words.measures[measure]), bestOf(before, after)];
  return (
    <div className={lab['charted']}>
      <ScoreByLayer
        shown={shown}
        title={correlationTitle({
          measure: words.measures[measure],
          before: before[layer] ?? NaN,
          after: after?.[layer],
          deed: shown.deed,
          where: strings.explore.inLayer(layer),
        })}
        sentence={[...said, ...(subsets > 1 ? [words.ofSubsets(subsets)] : [])].join(' ')}
        sample={shown.sampleOf(pairs)}
        name={`sts-${measure}`}
        before={before}
        after={after}
        drawn={drawn}
        columns={tableLines(scores)}
        measure={`${words.measures[measure]}, ${words.axis}`}
        text={hundredths}
        note={<PaperSays claim="sts" />}
        terms={['spearman', 'pearson', 'cosine', 'allPairs']}
        options={
          <Segmented
            label={words.choose}
            value={measure}
            onChange={setCorrelation}
            options={MEASURES.map((value) => ({
              value,
              text: words.measures[value],
              hint: words.hint[value],
            }))}
          />
        }
      />
      {cuts && (
        <RandomCutsPart
          cuts={cuts}
          layer={layer}
          where={strings.explore.inLayer(layer)}
          figures={[{ name: words.measures[measure], before, after, range, text: hundredths }]}
        />
      )}
    </div>
  );
}

const valuesOf = (scores: readonly SubsetScores[], measure: Correlation): readonly number[] =>
  scores.map((layer) => layer[measure].all);

function linesOf(
  { before, after }: NonNullable<ReturnType<typeof selectStsScores>>,
  measure: Correlation,
): { readonly before: readonly number[]; readonly after: readonly number[] | undefined } {
  return { before: valuesOf(before, measure), after: after && valuesOf(after, measure) };
}

function tableLines({ before, after }: NonNullable<ReturnType<typeof selectStsScores>>) {
  const { columns } = words;
  return [
    { name: columns.spearmanBefore, values: valuesOf(before, 'spearman') },
    after && { name: columns.spearmanAfter, values: valuesOf(after, 'spearman') },
    { name: columns.pearsonBefore, values: valuesOf(before, 'pearson') },
    after && { name: columns.pearsonAfter, values: valuesOf(after, 'pearson') },
  ];
}

function bestOf(before: readonly number[], after: readonly number[] | undefined): string {
  const best = (values: readonly number[]): number =>
    values.reduce((most, value, l) => (value > (values[most] ?? -Infinity) ? l : most), 0);
  if (!before.some(Number.isFinite)) return words.none;
  const [whole, left] = [best(before), after && best(after)];
  const at = strings.explore.inLayer;
  return words.best(
    hundredths(before[whole] ?? NaN),
    at(whole),
    left === undefined ? '' : hundredths(after?.[left] ?? NaN),
    left === undefined ? '' : at(left),
  );
}
