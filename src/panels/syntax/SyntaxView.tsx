import type { ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { DataBar } from '../lab/DataBar.tsx';
import styles from '../lab/lab.module.css';
import { PageFault } from '../shell/PageFault.tsx';
import { OwnTree } from './OwnTree.tsx';
import { ScorePanel } from './ScorePanel.tsx';
import { TreeList } from './TreeList.tsx';
import { TreePanel } from './TreePanel.tsx';

const words = strings.syntaxView;

/** Trees that grow out of the distances of neighbouring words, held against those that people drew. */
export function SyntaxView(): ReactNode {
  return (
    <main className={styles['view']}>
      <header className={styles['intro']}>
        <h2 className={styles['title']}>{words.title}</h2>
        <p className={styles['lead']}>
          <WithTerms text={words.lead} terms={['induced', 'vector']} />
        </p>
      </header>
      <section className={styles['part']} aria-label={words.own.name}>
        <PageFault>
          <OwnTree />
        </PageFault>
      </section>
      <section className={styles['part']} aria-label={words.trees.name}>
        <DataBar id="trees" title={words.trees.data} folder />
        <div className={styles['pair']}>
          <PageFault>
            <ScorePanel />
          </PageFault>
          <PageFault>
            <TreeList />
          </PageFault>
        </div>
        <PageFault>
          <TreePanel />
        </PageFault>
      </section>
    </main>
  );
}
