import type { ReactNode } from 'react';
import { strings } from '../../../strings/index.ts';
import lab from '../../lab/lab.module.css';
import { PageFault } from '../../shell/PageFault.tsx';
import { sameNetwork } from '../settings.ts';
import { SideStatus } from '../SideStatus.tsx';
import type { Compared } from '../use-compared.ts';
import { ExplainedCompare } from './ExplainedCompare.tsx';
import { LifeCompare } from './LifeCompare.tsx';
import { WeightsCompare } from './WeightsCompare.tsx';
import { useFollowedSide, type FollowedSide } from './use-followed-side.ts';

const words = strings.compareDetails.origins;

/** Where each side's tail gets its value, and what positions and frequencies have to do with it. */
export function OriginsDetails({ compared }: { readonly compared: Compared }): ReactNode {
  const { a, b } = compared;
  return sameNetwork(a.side, b.side) ? (
    <p className={lab['hint']}>{words.same}</p>
  ) : (
    <Followed compared={compared} />
  );
}

function Followed({ compared }: { readonly compared: Compared }): ReactNode {
  const { a, b, names } = compared;
  const one = useFollowedSide(a);
  const other = useFollowedSide(b);
  if (!one || !other) return <SideStatus asks={[a.ask, b.ask]} />;
  return (
    <>
      {[one, other].map((side) => (
        <Remarks key={side.of.id} {...side} />
      ))}
      <PageFault>
        <LifeCompare a={one} b={other} {...names} />
      </PageFault>
      <PageFault>
        <ExplainedCompare a={one} b={other} compared={compared} />
      </PageFault>
      <PageFault>
        <WeightsCompare a={one} b={other} names={names} />
      </PageFault>
    </>
  );
}

/** What has to be known of a side before its charts are read. */
function Remarks({ of: { id, model }, followed, dim }: FollowedSide): ReactNode {
  const letter = strings.compareView.sides[id];
  return (
    <>
      {!followed.tails && <p className={lab['hint']}>{words.none(letter, dim)}</p>}
      {model?.positionEmbeddings === false && <p className={lab['hint']}>{words.noPositions(letter)}</p>}
    </>
  );
}
