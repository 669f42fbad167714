import { useMemo, type ReactNode } from 'react';
import { count, unit } from '../../charts/scale/format.ts';
import type { Pair } from '../../store/derive/cosines.ts';
import { selectAdjustedSimilarity, selectSelfSimilarity } from '../../store/derive/lab/self-similarity.ts';
import { LEAST_SENTENCES } from '../../store/trials/kinds.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import styles from '../lab/lab.module.css';
import { controlLines } from '../lab/control-lines.ts';
import { ScoreByLayer } from '../lab/ScoreByLayer.tsx';
import { useRandomCuts } from '../lab/use-random-cuts.ts';
import { useTrial } from '../lab/use-trial.ts';
import { likenessTitle } from './likeness-title.ts';
import { PaperSays } from '../lab/PaperSays.tsx';
import { unadjusted } from './unadjusted.ts';

const words = strings.wordsView.self;
const thousandths = (value: number): string => unit(value, 3);

/** Mean cosine of words' own vectors, by layer. */
export function RawPanel(): ReactNode {
  const values = useApp(selectSelfSimilarity);
  return values ? <Likeness kind="raw" values={values} /> : null;
}

/** The same less the anisotropy. */
export function AdjustedPanel(): ReactNode {
  const values = useApp(selectAdjustedSimilarity);
  const why = useApp((state) => unadjusted(state.trials.words));
  if (values) return <Likeness kind="less" values={values} />;
  if (!why) return null;
  const said = why === 'measuring' ? words.measuring : words.noAnisotropy;
  return (
    <p role="status" className={styles['hint']}>
      {said}
    </p>
  );
}

function Likeness({
  kind,
  values,
}: {
  readonly kind: 'raw' | 'less';
  readonly values: Pair<Float64Array>;
}): ReactNode {
  const shown = useTrial('words');
  const cuts = useRandomCuts('words');
  const found = cuts?.figures;
  const range = kind === 'raw' ? found?.scores : found?.others.adjusted;
  const drawn = useMemo(() => controlLines(cuts, range), [cuts, range]);
  if (!shown) return null;
  const { before, after } = values;
  const { layer } = shown;
  const { result } = shown.answer;
  const sample = words.sample(
    count(result.words.length),
    count(result.eligible),
    LEAST_SENTENCES,
    count(result.sentences),
  );
  return (
    <ScoreByLayer
      shown={shown}
      title={likenessTitle(
        kind,
        before[layer] ?? NaN,
        after?.[layer],
        shown.deed,
        strings.explore.inLayer(layer),
      )}
      sentence={words[kind]}
      sample={shown.sampleOf(sample)}
      name={kind === 'raw' ? 'self-similarity' : 'self-similarity-less-anisotropy'}
      before={before}
      after={after}
      drawn={drawn}
      measure={words.axis[kind]}
      text={thousandths}
      // the paper reports no raw one
      note={kind === 'less' && <PaperSays claim="selfSimilarity" />}
      terms={['selfSimilarity', 'adjusted', 'cosine', 'anisotropy']}
    />
  );
}
