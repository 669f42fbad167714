import type { ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { DataBar } from '../lab/DataBar.tsx';
import styles from '../lab/lab.module.css';
import { PageFault } from '../shell/PageFault.tsx';
import { ClassifierPanel } from './ClassifierPanel.tsx';
import { CorrelationPanel } from './CorrelationPanel.tsx';
import { ScatterPanel } from './ScatterPanel.tsx';
import { SubsetTable } from './SubsetTable.tsx';
import { WorstPairs } from './WorstPairs.tsx';

const words = strings.sentencesView;

/** How well the vectors of sentences follow people, and whether a classifier misses what is cut. */
export function SentencesView(): ReactNode {
  return (
    <main className={styles['view']}>
      <header className={styles['intro']}>
        <h2 className={styles['title']}>{words.title}</h2>
        <p className={styles['lead']}>
          <WithTerms text={words.lead} terms={['vector', 'token', 'cosine', 'tail']} />
        </p>
      </header>
      <section className={styles['part']} aria-label={words.sts.name}>
        <DataBar id="sts" title={words.sts.data} folder />
        <div className={styles['pair']}>
          <PageFault>
            <CorrelationPanel />
          </PageFault>
          <PageFault>
            <ScatterPanel />
          </PageFault>
        </div>
        <PageFault>
          <SubsetTable />
        </PageFault>
        <PageFault>
          <WorstPairs />
        </PageFault>
      </section>
      <section className={styles['part']} aria-label={words.classifier.name}>
        <DataBar id="labels" title={words.classifier.data} />
        <div className={styles['pair']}>
          <PageFault>
            <ClassifierPanel />
          </PageFault>
        </div>
      </section>
    </main>
  );
}
