import type { ReactNode } from 'react';
import { PageFault } from '../../shell/PageFault.tsx';
import type { Compared } from '../use-compared.ts';
import { MapCompare } from './MapCompare.tsx';
import { UmapCompare } from './UmapCompare.tsx';
import { SpreadCompare } from './SpreadCompare.tsx';

/** How cosines are spread on either side, and where its tokens lie. */
export function VectorDetails({ compared }: { readonly compared: Compared }): ReactNode {
  return (
    <>
      <PageFault>
        <SpreadCompare compared={compared} />
      </PageFault>
      <PageFault>
        <MapCompare compared={compared} />
      </PageFault>
      <PageFault>
        <UmapCompare compared={compared} />
      </PageFault>
    </>
  );
}
