import { useMemo, type ReactNode } from 'react';
import type { OriginsRequest, OriginsResult } from '../../../protocol/experiments/origins.ts';
import { useAsk, type Ask } from '../../../store/use-ask.ts';
import { strings } from '../../../strings/index.ts';
import lab from '../../lab/lab.module.css';
import { normSeries } from '../../origins/norm-series.ts';
import { NormPanel } from '../../origins/NormPanel.tsx';
import { PositionsPanel } from '../../origins/PositionsPanel.tsx';
import { TablesPanel } from '../../origins/TablesPanel.tsx';
import styles from '../compare.module.css';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import { Twins } from './Twins.tsx';
import { sideWords, type SideWords } from './side-words.ts';
import type { FollowedSide } from './use-followed-side.ts';

const words = strings.compareDetails.origins;
const PARTS = ['positions', 'gamma', 'beta', 'bias', 'tables'] as const;
type Part = (typeof PARTS)[number];
/** What both sides have alike is said of neither. */
const NEITHER = { titled: (finding: string) => finding, prefix: 'compare-' };

/** What the weights of either side hold at its tail: in the embeddings, in every LayerNorm, and in the biases of the feed-forward blocks. */
export function WeightsCompare(props: {
  readonly a: FollowedSide;
  readonly b: FollowedSide;
  readonly names: Compared['names'];
}): ReactNode {
  const { a, b, names } = props;
  const one = useWeights(a);
  const other = useWeights(b);
  const shared = a.of.side.model === b.of.side.model;
  // one model has the same weights twice: what is there to see of the second is another dimension
  const alike = shared && a.dim === b.dim;
  if (!one.answer || !other.answer) return <SideStatus asks={[one, other]} />;
  const [ofA, ofB] = [one.answer, other.answer];
  const wordsA = sideWords(a.of, names.nameA);
  const wordsB = sideWords(b.of, names.nameB);
  return (
    <>
      {shared && <p className={lab['hint']}>{words.sharedWeights}</p>}
      {alike ? (
        <div className={styles['pair']}>
          {PARTS.map((part) => (
            <SideWeights key={part} of={part} side={a} result={ofA} said={NEITHER} beside={[]} />
          ))}
        </div>
      ) : (
        PARTS.map((part) => (
          <Twins key={part}>
            <SideWeights of={part} side={a} result={ofA} said={wordsA} beside={scaleOf(part, ofB, b.dim)} />
            <SideWeights of={part} side={b} result={ofB} said={wordsB} beside={scaleOf(part, ofA, a.dim)} />
          </Twins>
        ))
      )}
    </>
  );
}

function useWeights({ of, followed }: FollowedSide): Ask<'origins'> {
  const seat = of.side.model;
  const { dims } = followed;
  const request = useMemo((): OriginsRequest => ({ dims, seat }), [dims, seat]);
  return useAsk('origins', request, 'in the background');
}

function SideWeights(props: {
  readonly of: Part;
  readonly side: FollowedSide;
  readonly result: OriginsResult;
  readonly said: Pick<SideWords, 'titled' | 'prefix'>;
  readonly beside: ArrayLike<number>;
}): ReactNode {
  const { of, side, result, said, beside } = props;
  const shared = {
    result,
    dim: side.dim,
    model: side.of.model?.name ?? '',
    beside: { titled: said.titled, prefix: said.prefix, values: beside },
  };
  if (of === 'tables') return <TablesPanel {...shared} />;
  return of === 'positions' ? <PositionsPanel {...shared} /> : <NormPanel {...shared} of={of} />;
}

/** All that is drawn of one side, for the axis of the other. */
function scaleOf(part: Part, result: OriginsResult, dim: number): ArrayLike<number> {
  if (part === 'tables') return [];
  if (part !== 'positions') {
    const { values, spread } = normSeries(result, part, dim);
    return [...values, ...spread];
  }
  const { positions } = result;
  if (typeof positions === 'string') return [];
  const own = positions.followed.find((each) => each.dim === dim);
  return [...(own?.values ?? []), ...positions.spread];
}
