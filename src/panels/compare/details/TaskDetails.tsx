import type { ReactNode } from 'react';
import { PageFault } from '../../shell/PageFault.tsx';
import styles from '../compare.module.css';
import type { Compared } from '../use-compared.ts';
import { ConfusionCompare } from './ConfusionCompare.tsx';
import { GridCompare } from './GridCompare.tsx';
import { PairsCompare } from './PairsCompare.tsx';

/** What the tasks' figures are made of, pair by pair and item by item. */
export function TaskDetails({ compared }: { readonly compared: Compared }): ReactNode {
  return (
    <>
      <div className={styles['pair']}>
        <PageFault>
          <GridCompare compared={compared} />
        </PageFault>
        <PageFault>
          <PairsCompare compared={compared} />
        </PageFault>
      </div>
      <PageFault>
        <ConfusionCompare compared={compared} />
      </PageFault>
    </>
  );
}
