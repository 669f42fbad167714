import { useMemo } from 'react';
import { count } from '../../charts/scale/format.ts';
import type { Pair } from '../../store/derive/cosines.ts';
import { selectGeometry, type GeometrySide } from '../../store/derive/lab/geometry.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { layerNames } from '../explore/words.ts';
import { useTrial, type ShownTrial } from '../lab/use-trial.ts';

/** What every chart of the view shares. */
export interface ShownGeometry extends ShownTrial<'geometry'> {
  readonly sides: Pair<GeometrySide>;
  readonly names: readonly string[];
  /** "in layer 3" */
  readonly where: string;
  /** The sample line of what is measured over all tokens. */
  readonly sample: string;
}

/** undefined until there is an answer to both sides' first. */
export function useGeometry(): ShownGeometry | undefined {
  const shown = useTrial('geometry');
  const sides = useApp(selectGeometry);
  const layers = shown?.layers ?? 0;
  const names = useMemo(() => layerNames(layers), [layers]);
  if (!shown || !sides) return undefined;
  const { sentences, tokens } = shown.answer.result;
  const measured = strings.geometryView.anisotropy.sample(count(sentences), count(tokens));
  return {
    ...shown,
    sides,
    names,
    where: strings.explore.inLayer(shown.layer),
    sample: shown.sampleOf(measured),
  };
}
