import type { ReactNode } from 'react';
import { selectModel } from '../../store/model.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { PageFault } from '../shell/PageFault.tsx';
import { AskStatus } from './AskStatus.tsx';
import { ExplainedPanel } from './ExplainedPanel.tsx';
import { FirstPositionsPanel } from './FirstPositionsPanel.tsx';
import { LifePanel } from './LifePanel.tsx';
import { MovesPanel } from './MovesPanel.tsx';
import { NormPanel } from './NormPanel.tsx';
import styles from './OriginsView.module.css';
import { PositionsPanel } from './PositionsPanel.tsx';
import { ProbePanel } from './ProbePanel.tsx';
import { TablesPanel } from './TablesPanel.tsx';
import { MeasuredLeftOut } from './TextLeftOut.tsx';
import { useFollowed, type Followed } from './use-followed.ts';

const words = strings.originsView;

/** Where a dimension gets its value: what the weights say, what each layer adds, and what positions have to do with it. */
export function OriginsView(): ReactNode {
  const followed = useFollowed();
  const waiting = useApp((state) => selectModel(state) === undefined);
  const { dim, weights } = followed;
  const { answer } = weights;
  return (
    <main className={styles['view']}>
      <header className={styles['intro']}>
        <h2 className={styles['title']}>{words.title}</h2>
        <p className={styles['lead']}>
          <WithTerms text={words.lead} terms={['tail', 'dimension', 'layer', 'layerNorm']} />
        </p>
        <Choice {...followed} />
      </header>
      {waiting ? <p className={styles['waiting']}>{words.noModel}</p> : <AskStatus ask={weights} />}
      <MeasuredLeftOut />
      {dim !== undefined && (
        <>
          <div className={styles['part']}>
            <PageFault>
              <LifePanel dim={dim} />
            </PageFault>
          </div>
          <div className={styles['pair']}>
            <PageFault>
              <MovesPanel dim={dim} none={answer?.positions === 'none'} />
            </PageFault>
            <PageFault>
              <ExplainedPanel dim={dim} />
            </PageFault>
          </div>
        </>
      )}
      {dim !== undefined && (
        <div className={styles['pair']}>
          <PageFault>
            <ProbePanel dim={dim} />
          </PageFault>
        </div>
      )}
      {answer && dim !== undefined && (
        <>
          <div className={styles['pair']}>
            <PageFault>
              <PositionsPanel {...followed} result={answer} dim={dim} />
            </PageFault>
            <PageFault>
              <FirstPositionsPanel {...followed} result={answer} dim={dim} />
            </PageFault>
          </div>
          <div className={styles['pair']}>
            <PageFault>
              <NormPanel {...followed} result={answer} dim={dim} of="gamma" />
            </PageFault>
            <PageFault>
              <NormPanel {...followed} result={answer} dim={dim} of="beta" />
            </PageFault>
          </div>
          <div className={styles['pair']}>
            <PageFault>
              <NormPanel {...followed} result={answer} dim={dim} of="bias" />
            </PageFault>
            <PageFault>
              <TablesPanel {...followed} result={answer} dim={dim} />
            </PageFault>
          </div>
        </>
      )}
    </main>
  );
}

function Choice({ dim, dims }: Followed): ReactNode {
  const { selectDimension } = useActions();
  if (dim === undefined || dims.length === 0) return null;
  return (
    <div className={styles['choice']}>
      <span>{words.choose}</span>
      <Segmented
        label={words.choose}
        value={String(dim)}
        onChange={(value) => {
          selectDimension(Number(value));
        }}
        options={dims.map((each) => ({ value: String(each), text: String(each) }))}
      />
    </div>
  );
}
