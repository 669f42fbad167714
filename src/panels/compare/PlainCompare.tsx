import { useMemo, type ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import { useApp } from '../../store/use-app.ts';
import { selectData } from '../../store/trials/data-of.ts';
import { placesOf } from '../../store/trials/places-of.ts';
import { strings } from '../../strings/index.ts';
import { LayerCompare } from './LayerCompare.tsx';
import { LeftOutOfBoth } from './LeftOutOfBoth.tsx';
import { largestShares, leadersOf } from './leaders.ts';
import { PLAIN } from './measures.ts';
import { SideStatus } from './SideStatus.tsx';
import type { Compared } from './use-compared.ts';

const words = strings.compareView;

/** What follows from the vectors of plain sentences: anisotropy, and how much of the extremes the leader has. */
export function PlainCompare({ compared }: { readonly compared: Compared }): ReactNode {
  const { a, b } = compared;
  const [one, other] = [a.portrait, b.portrait];
  const name = useApp((state) => selectData('words', state)?.name ?? '');
  const lines = useApp((state) => selectData('words', state)?.lines);
  const shares = useMemo(
    () => one && other && ([largestShares(leadersOf(one)), largestShares(leadersOf(other))] as const),
    [one, other],
  );
  if (!one || !other || !shares) return <SideStatus asks={[a.ask, b.ask]} />;
  const measured = words.chart.tokens(one.sentences, count(one.tokens));
  const sample = words.chart.sample(measured, name, a.setting?.specials !== 'exclude');
  const [shareA, shareB] = shares;
  const shared = { ...compared.names, cutOfA: compared.cutOfA, sample };
  return (
    <>
      {one.anisotropy && other.anisotropy && (
        <LayerCompare
          {...PLAIN.anisotropy}
          {...shared}
          name="anisotropy"
          a={one.anisotropy}
          b={other.anisotropy}
        />
      )}
      <LayerCompare {...PLAIN.share} {...shared} name="extremes" a={shareA} b={shareB} />
      <LeftOutOfBoth
        a={one}
        b={other}
        placesOf={(sentences) => placesOf('words', { data: [], lines }, sentences)}
      />
    </>
  );
}
