import type { ReactNode } from 'react';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Guide } from '../cut/Guide.tsx';
import { EmptyText } from './EmptyText.tsx';
import { PagePart } from '../shell/PagePart.tsx';
import { AnisotropyPanel } from './AnisotropyPanel.tsx';
import { ContributionPanel } from './ContributionPanel.tsx';
import styles from './ExploreView.module.css';
import { HeatPanel } from './HeatPanel.tsx';
import { HistogramPanel } from './HistogramPanel.tsx';
import { MultiplesPanel } from './MultiplesPanel.tsx';
import { RulePanel } from './RulePanel.tsx';
import { SharesPanel } from './SharesPanel.tsx';
import { SimilarityPanel } from './SimilarityPanel.tsx';
import { SpikePanel } from './SpikePanel.tsx';
import { TextPanel } from './TextPanel.tsx';
import { TokenStrip } from './TokenStrip.tsx';

const words = strings.explore;

/** Sentences in, their tails out, and what cutting them does. */
export function ExploreView(): ReactNode {
  const empty = useApp((state) => state.before === undefined);
  return (
    <main className={styles['view']}>
      <Guide />
      <div className={styles['text']}>
        <TextPanel />
        <PagePart>
          <TokenStrip />
        </PagePart>
        <RulePanel />
      </div>
      <section className={styles['charts']} aria-label={words.regions.charts}>
        <div className={styles['spike']}>
          {empty ? <EmptyText /> : null}
          <PagePart>
            <SpikePanel />
          </PagePart>
        </div>
        <div className={styles['layers']}>
          <PagePart>
            <MultiplesPanel />
          </PagePart>
          <div className={styles['pair']}>
            <PagePart>
              <HistogramPanel />
            </PagePart>
            <PagePart>
              <SharesPanel />
            </PagePart>
          </div>
          <PagePart>
            <HeatPanel />
          </PagePart>
        </div>
      </section>
      <section className={styles['effects']} aria-label={words.regions.effects}>
        <div className={styles['cone']}>
          <PagePart>
            <AnisotropyPanel />
          </PagePart>
        </div>
        <div className={styles['matrix']}>
          <PagePart>
            <SimilarityPanel />
          </PagePart>
        </div>
      </section>
      <div className={styles['who']}>
        <PagePart>
          <ContributionPanel />
        </PagePart>
      </div>
    </main>
  );
}
