import type { ReactNode } from 'react';
import { PageFault } from '../../shell/PageFault.tsx';
import type { Compared } from '../use-compared.ts';
import { ConfusionCompare } from './ConfusionCompare.tsx';
import { GridCompare } from './GridCompare.tsx';
import { ItemsCompare } from './ItemsCompare.tsx';
import { PairsCompare } from './PairsCompare.tsx';
import { TreesCompare } from './TreesCompare.tsx';

/** What the tasks' figures are made of, pair by pair and item by item. */
export function TaskDetails({ compared }: { readonly compared: Compared }): ReactNode {
  return (
    <>
      <PageFault>
        <GridCompare compared={compared} />
      </PageFault>
      <PageFault>
        <PairsCompare compared={compared} />
      </PageFault>
      <PageFault>
        <ConfusionCompare compared={compared} />
      </PageFault>
      <PageFault>
        <TreesCompare compared={compared} />
      </PageFault>
      <PageFault>
        <ItemsCompare compared={compared} />
      </PageFault>
    </>
  );
}
