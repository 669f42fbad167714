import { selectLayer } from '../../store/derive/choice.ts';
import { selectEffectiveCut } from '../../store/derive/effective-cut.ts';
import { selectTreatment } from '../../store/trials/treatment.ts';
import type { Answer, TrialId } from '../../store/trials/trial.ts';
import { isOlder } from '../../store/trials/wanted-trial.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { dimNames } from '../explore/tail-titles.ts';

/** What every chart of an experiment shares. */
export interface ShownTrial<K extends TrialId> {
  readonly answer: Answer<K>;
  readonly stale: boolean;
  /** Layers that there are, the embeddings included. */
  readonly layers: number;
  /** The layer on screen. */
  readonly layer: number;
  readonly onLayer: (layer: number) => void;
  readonly cut: readonly number[];
  /** The cut dimensions in words: "81", "81 and 180". */
  readonly dims: string;
  readonly inside: boolean;
  /** What a line after the cut is called. */
  readonly cutName: string;
  /** What is cut and where, for pictures that leave the page. */
  readonly cutNote: string | undefined;
  /** The sample line, with what was measured. */
  readonly sampleOf: (measured: string) => string;
}

/** undefined until there is an answer. */
export function useTrial<K extends TrialId>(id: K): ShownTrial<K> | undefined {
  const answer = useApp((state) => state.trials[id].answer);
  const stale = useApp((state) => isOlder(id, state));
  const chosen = useApp(selectLayer);
  const cut = useApp(selectEffectiveCut);
  const { where } = useApp(selectTreatment);
  const { selectLayer: onLayer } = useActions();
  if (!answer) return undefined;
  const { model, specials, seed, name } = answer.asked;
  const inside = where === 'inside';
  const dims = dimNames(cut);
  return {
    answer,
    stale,
    layers: model.layers + 1,
    layer: Math.min(chosen, model.layers),
    onLayer,
    cut,
    dims,
    inside,
    cutName: strings.lab.series.cut(dims, inside),
    cutNote: cut.length === 0 ? undefined : strings.explore.cutNote[where](dims),
    sampleOf: (measured) => strings.lab.sample(model.name, measured, name, specials === 'include', seed),
  };
}
