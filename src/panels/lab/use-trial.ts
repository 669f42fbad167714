import { count } from '../../charts/scale/format.ts';
import { selectLayer } from '../../store/derive/choice.ts';
import { partOf, type Answer, type TrialId } from '../../store/trials/trial.ts';
import { TRIALS } from '../../store/trials/kinds.ts';
import { isOlder } from '../../store/trials/wanted-trial.ts';
import { selectTreats } from '../../store/treatments.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import type { Deed } from '../comparison/deed.ts';
import { useComparison } from '../comparison/use-comparison.ts';

/** What every chart of an experiment shares. */
export interface ShownTrial<K extends TrialId> {
  readonly answer: Answer<K>;
  readonly stale: boolean;
  /** Layers that there are, the embeddings included. */
  readonly layers: number;
  /** The layer on screen. */
  readonly layer: number;
  readonly onLayer: (layer: number) => void;
  /** What is done to the vectors, as titles say it. */
  readonly deed: Deed;
  /** Whether two sides are compared. */
  readonly treats: boolean;
  /** What the lines before and after are called. */
  readonly baseName: string;
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
  const treats = useApp(selectTreats);
  const { deed, beforeName, afterName, note } = useComparison();
  const { selectLayer: onLayer } = useActions();
  if (!answer) return undefined;
  const { model, specials, seed, name } = answer.asked;
  const part = partOf(answer);
  const { part: unit } = TRIALS[id];
  return {
    answer,
    stale,
    layers: model.layers + 1,
    layer: Math.min(chosen, model.layers),
    onLayer,
    deed,
    treats,
    baseName: beforeName,
    cutName: afterName,
    cutNote: note,
    sampleOf: (measured) => {
      const ofAll = part && unit && strings.lab.ofAll[unit];
      const said = ofAll ? ofAll(measured, count(part.counted), count(part.of)) : measured;
      return strings.lab.sample(model.name, said, name, specials === 'include', seed);
    },
  };
}
