import type { ReactNode } from 'react';
import { unit } from '../../charts/scale/format.ts';
import { selectAdjustedSimilarity, selectSelfSimilarity } from '../../store/derive/lab/self-similarity.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { RandomCutsPart } from '../lab/RandomCutsPart.tsx';
import { useRandomCuts } from '../lab/use-random-cuts.ts';
import { useTrial } from '../lab/use-trial.ts';

const { axis } = strings.wordsView.self;
const thousandths = (value: number): string => unit(value, 3);

/** Self-similarity with random dimensions cut, raw and less the anisotropy. */
export function LikenessControl(): ReactNode {
  const shown = useTrial('words');
  const cuts = useRandomCuts('words');
  const raw = useApp(selectSelfSimilarity);
  const less = useApp(selectAdjustedSimilarity);
  if (!shown || !cuts || !raw) return null;
  const adjusted = less && {
    name: axis.less,
    before: less.before,
    after: less.after,
    range: cuts.figures?.others.adjusted,
    text: thousandths,
  };
  return (
    <RandomCutsPart
      cuts={cuts}
      layer={shown.layer}
      where={strings.explore.inLayer(shown.layer)}
      figures={[
        {
          name: axis.raw,
          before: raw.before,
          after: raw.after,
          range: cuts.figures?.scores,
          text: thousandths,
        },
        ...(adjusted ? [adjusted] : []),
      ]}
    />
  );
}
