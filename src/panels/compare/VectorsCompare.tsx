import type { ReactNode } from 'react';
import { useApp } from '../../store/use-app.ts';
import { selectData } from '../../store/trials/data-of.ts';
import type { AskWhen } from '../../store/use-ask.ts';
import { count } from '../../charts/scale/format.ts';
import { strings } from '../../strings/index.ts';
import { LayerCompare } from './LayerCompare.tsx';
import { VECTORS } from './measures.ts';
import { SideStatus } from './SideStatus.tsx';
import type { Compared } from './use-compared.ts';
import { useScores } from './use-scores.ts';

const words = strings.compareView;

/** How the vectors of both sides lie, by layer: how even they are, and how their cosines are spread. */
export function VectorsCompare(props: { readonly compared: Compared; readonly when: AskWhen }): ReactNode {
  const { a, b, names, cutOfA } = props.compared;
  const one = useScores('geometry', a, props.when);
  const other = useScores('geometry', b, props.when);
  const name = useApp((state) => selectData('words', state)?.name ?? '');
  if (!one.answer || !other.answer) return <SideStatus asks={[one, other]} />;
  const [{ scores: isoA, others: ofA }, { scores: isoB, others: ofB }] = [one.answer, other.answer];
  const measured = words.measures.measured.tokens(count(one.answer.measured));
  const sample = words.chart.sample(measured, name, a.setting?.specials !== 'exclude');
  const shared = { ...names, cutOfA, sample };
  const [kurtosisA, kurtosisB] = [ofA.kurtosis, ofB.kurtosis];
  const [meanA, meanB] = [ofA.cosineMean, ofB.cosineMean];
  const bars = (of: typeof ofA) =>
    of.cosineLow && of.cosineHigh && { low: of.cosineLow, high: of.cosineHigh };
  const interval = (of: typeof ofA) =>
    of.anisotropyLow && of.anisotropyHigh && { low: of.anisotropyLow, high: of.anisotropyHigh };
  const [anisotropyA, anisotropyB] = [ofA.anisotropy, ofB.anisotropy];
  return (
    <>
      {anisotropyA && anisotropyB && Number.isFinite(anisotropyA[0]) && (
        <LayerCompare
          {...VECTORS.anisotropy}
          {...shared}
          name="anisotropy-interval"
          a={anisotropyA}
          b={anisotropyB}
          barsA={interval(ofA)}
          barsB={interval(ofB)}
          barsAre="interval"
        />
      )}
      <LayerCompare {...VECTORS.isoScore} {...shared} name="isoscore" a={isoA} b={isoB} />
      {kurtosisA && kurtosisB && (
        <LayerCompare {...VECTORS.kurtosis} {...shared} name="kurtosis" a={kurtosisA} b={kurtosisB} />
      )}
      {meanA && meanB && (
        <LayerCompare
          {...VECTORS.cosineMean}
          {...shared}
          name="cosines"
          a={meanA}
          b={meanB}
          barsA={bars(ofA)}
          barsB={bars(ofB)}
        />
      )}
    </>
  );
}

/** How well a probe tells positions from the vectors of either side. */
export function ProbeCompare(props: { readonly compared: Compared; readonly when: AskWhen }): ReactNode {
  const { a, b, names, cutOfA } = props.compared;
  const one = useScores('probe', a, props.when);
  const other = useScores('probe', b, props.when);
  const name = useApp((state) => selectData('words', state)?.name ?? '');
  if (!one.answer || !other.answer) return <SideStatus asks={[one, other]} />;
  const measured = words.measures.measured.tokens(count(one.answer.measured));
  const sample = words.chart.sample(measured, name, a.setting?.specials !== 'exclude');
  return (
    <LayerCompare
      {...VECTORS.probe}
      {...names}
      cutOfA={cutOfA}
      sample={sample}
      name="positions"
      a={one.answer.scores}
      b={other.answer.scores}
    />
  );
}
