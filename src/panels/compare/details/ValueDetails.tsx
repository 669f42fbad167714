import type { ReactNode } from 'react';
import { PageFault } from '../../shell/PageFault.tsx';
import type { Compared } from '../use-compared.ts';
import { HeatCompare } from './HeatCompare.tsx';
import { HistogramCompare } from './HistogramCompare.tsx';

/** Where the values of either side's dimensions lie. */
export function ValueDetails({ compared }: { readonly compared: Compared }): ReactNode {
  return (
    <>
      <PageFault>
        <HistogramCompare compared={compared} />
      </PageFault>
      <PageFault>
        <HeatCompare compared={compared} />
      </PageFault>
    </>
  );
}
