import type { ReactNode } from 'react';
import { selectTreats } from '../../store/treatments.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { DataBar } from '../lab/DataBar.tsx';
import styles from '../lab/lab.module.css';
import { LeftOut } from '../lab/LeftOut.tsx';
import { measuredOf } from '../lab/measured-of.ts';
import { TrialStatus } from '../lab/TrialStatus.tsx';
import { PageFault } from '../shell/PageFault.tsx';
import { LikenessPart } from '../words/LikenessPart.tsx';
import { AnisotropyPanel } from './AnisotropyPanel.tsx';
import { ComponentsPanel } from './ComponentsPanel.tsx';
import { ContributionPanel } from './ContributionPanel.tsx';
import { ControlTable } from './ControlTable.tsx';
import { EvennessPanel } from './EvennessPanel.tsx';
import { SpreadPanel } from './SpreadPanel.tsx';
import { UmapPanel } from './UmapPanel.tsx';

const words = strings.geometryView;

/** How vectors lie in their space, before and after what is done to them. */
export function GeometryView(): ReactNode {
  return (
    <main className={styles['view']}>
      <header className={styles['intro']}>
        <h2 className={styles['title']}>{words.title}</h2>
        <p className={styles['lead']}>
          <WithTerms text={words.lead} terms={['vector', 'token']} />
        </p>
      </header>
      <section className={styles['part']} aria-label={words.anisotropy.name}>
        <DataBar id="words" title={words.data} status={false} />
        <TrialStatus id="geometry" what={words.what} />
        <GeometryLeftOut />
        <div className={styles['pair']}>
          <PageFault>
            <AnisotropyPanel />
          </PageFault>
          <PageFault>
            <SpreadPanel />
          </PageFault>
          <PageFault>
            <EvennessPanel kind="isoScore" />
          </PageFault>
          <PageFault>
            <EvennessPanel kind="kurtosis" />
          </PageFault>
          <PageFault>
            <ContributionPanel />
          </PageFault>
          <PageFault>
            <ControlTable />
          </PageFault>
        </div>
      </section>
      <Maps />
      <section className={styles['part']} aria-label={words.self.title}>
        <div>
          <h3 className={styles['small']}>{words.self.title}</h3>
          <p className={styles['hint']}>
            <WithTerms text={words.self.hint} terms={['vector', 'adjusted']} />
          </p>
        </div>
        <TrialStatus id="words" what={strings.lab.data.what.words} />
        <LikenessPart />
      </section>
    </main>
  );
}

/** Two maps: each fills its row with a side before and one after, and both share one while there is nothing to compare. */
function Maps(): ReactNode {
  const treats = useApp(selectTreats);
  const measured = useApp((state) => state.trials.geometry.answer !== undefined);
  if (!measured) return null;
  return (
    <section className={styles['part']} aria-label={words.map.components.name}>
      <div className={styles[treats ? 'column' : 'pair']}>
        <PageFault>
          <ComponentsPanel />
        </PageFault>
        <PageFault>
          <UmapPanel />
        </PageFault>
      </div>
    </section>
  );
}

/** Sentences that were not measured, or not to their end. */
function GeometryLeftOut(): ReactNode {
  const answer = useApp((state) => state.trials.geometry.answer);
  return answer ? <LeftOut {...measuredOf('geometry', answer)} /> : null;
}
