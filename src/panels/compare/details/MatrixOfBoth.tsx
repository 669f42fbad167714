import { useMemo, type ReactNode } from 'react';
import { ChartFrame } from '../../../charts/frame/ChartFrame.tsx';
import { count, unit } from '../../../charts/scale/format.ts';
import { SimilarityMatrix, similarityTable } from '../../../charts/similarity/SimilarityMatrix.tsx';
import { matrixMeans } from '../../../measures/matrix-means.ts';
import { strings } from '../../../strings/index.ts';
import panels from '../../explore/panels.module.css';
import lab from '../../lab/lab.module.css';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import { useMatrices } from './use-matrices.ts';
import type { WordPlace } from './word-pairs.ts';

const { sideA, sideB } = strings.compareView.sides;
/** The sentence of the chart says their names, which a legend has no room for. */
const LETTERS = [sideA, sideB] as const;

type TwoFigures = readonly [a: string, b: string];

export interface MatrixOfBothProps {
  readonly compared: Compared;
  /** The same as long as they hold the same. */
  readonly places: readonly WordPlace[];
  readonly title: (same: TwoFigures, where: string) => string;
  readonly sentence: string;
  readonly means: (same: TwoFigures, different: TwoFigures) => string;
  /** Said where there is no pair. */
  readonly none: string;
  /** What errors and the sample call the text. */
  readonly text: string;
  /** Of saved files. */
  readonly name: string;
}

/** Cosines of words in sentences, of A in the upper right and of B in the lower left. */
export function MatrixOfBoth(props: MatrixOfBothProps): ReactNode {
  const { compared, places, title, sentence, means, text, name } = props;
  const { nameA, nameB } = compared.names;
  const { asks, both, pairs, layer } = useMatrices(compared, places, text);
  const shown = useMemo(() => both?.places.flatMap((place) => places[place] ?? []) ?? [], [both, places]);
  const labels = useMemo(() => shown.map(({ label }) => label), [shown]);
  if (pairs === 0) return <p className={lab['hint']}>{props.none}</p>;
  if (!both) return <SideStatus asks={asks} />;
  const dropped = places.length - shown.length;
  const groups = shown.map(({ group }) => group);
  const [ofA, ofB] = [matrixMeans(both.a, groups), matrixMeans(both.b, groups)];
  const figures = (of: 'same' | 'different'): TwoFigures => [unit(ofA[of], 3), unit(ofB[of], 3)];
  const said = means(figures('same'), figures('different'));
  const { own, named, titled } = strings.compareDetails;
  const sides = [titled(sideA, nameA), titled(sideB, nameB)] as const;
  return (
    <ChartFrame
      title={title(figures('same'), strings.explore.inLayer(layer))}
      sentence={`${named(sideA, nameA, '')}${named(sideB, nameB, sentence)}`}
      sample={own.pairs(count(pairs), text)}
      summary={said}
      name={`compare-${name}-layer-${layer}`}
      heading={4}
      terms={['pairMeans', 'cosine']}
      rows={() => similarityTable(labels, both.a, both.b, sides)}
    >
      <SimilarityMatrix labels={labels} before={both.a} after={both.b} sides={LETTERS} />
      <p className={panels['means']}>{said}</p>
      {dropped > 0 && <p className={panels['means']}>{own.dropped(dropped)}</p>}
    </ChartFrame>
  );
}
