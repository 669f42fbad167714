import type { ReactNode } from 'react';
import { DISTANCES } from '../../measures/neighbour-distances.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Segmented } from '../../ui/segmented/Segmented.tsx';

const words = strings.syntaxView.trees;

/** Which distance splits the sentences. */
export function DistanceChoice(): ReactNode {
  const distance = useApp((state) => state.distance);
  const { setDistance } = useActions();
  return (
    <Segmented
      label={words.distance}
      value={distance}
      onChange={setDistance}
      options={DISTANCES.map((value) => ({
        value,
        text: words.distances[value],
        hint: words.hint[value],
      }))}
    />
  );
}
