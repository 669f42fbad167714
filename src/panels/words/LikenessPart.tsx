import type { ReactNode } from 'react';
import styles from '../lab/lab.module.css';
import { PageFault } from '../shell/PageFault.tsx';
import { AdjustedPanel, RawPanel } from './LikenessPanels.tsx';
import { LikenessControl } from './LikenessControl.tsx';
import { WordList } from './WordList.tsx';

/** How like themselves words are, raw and less the anisotropy, and each of them. */
export function LikenessPart(): ReactNode {
  return (
    <>
      <div className={styles['pair']}>
        <PageFault>
          <RawPanel />
        </PageFault>
        <PageFault>
          <AdjustedPanel />
        </PageFault>
      </div>
      <PageFault>
        <LikenessControl />
      </PageFault>
      <PageFault>
        <WordList />
      </PageFault>
    </>
  );
}
