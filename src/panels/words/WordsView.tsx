import type { ReactNode } from 'react';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { DataBar } from '../lab/DataBar.tsx';
import styles from '../lab/lab.module.css';
import { PageFault } from '../shell/PageFault.tsx';
import { LikenessPart } from './LikenessPart.tsx';
import { PlaygroundPart } from './PlaygroundPart.tsx';
import { SensePanel } from './SensePanel.tsx';
import { SenseWord } from './SenseWord.tsx';
import { ThresholdPanel } from './ThresholdPanel.tsx';
import { WicPairs } from './WicPairs.tsx';

const words = strings.wordsView;

/** What the vectors of words know of their senses. */
export function WordsView(): ReactNode {
  return (
    <main className={styles['view']}>
      <header className={styles['intro']}>
        <h2 className={styles['title']}>{words.title}</h2>
        <p className={styles['lead']}>
          <WithTerms text={words.lead} terms={['vector', 'token', 'tail']} />
        </p>
      </header>
      <section className={styles['part']} aria-label={words.play.name}>
        <PageFault>
          <PlaygroundPart />
        </PageFault>
      </section>
      <section className={styles['part']} aria-label={words.wic.name}>
        <DataBar id="wic" title={words.wic.data} />
        <div className={styles['pair']}>
          <PageFault>
            <ThresholdPanel />
          </PageFault>
          <PageFault>
            <WicPairs />
          </PageFault>
        </div>
      </section>
      <section className={styles['part']} aria-label={words.wsd.name}>
        <DataBar id="wsd" title={words.wsd.data} folder />
        <div className={styles['pair']}>
          <PageFault>
            <SensePanel />
          </PageFault>
          <PageFault>
            <SenseWord />
          </PageFault>
        </div>
      </section>
      <section className={styles['part']} aria-label={words.self.name}>
        <DataBar id="words" title={words.self.data} />
        <LikenessPart />
      </section>
    </main>
  );
}
