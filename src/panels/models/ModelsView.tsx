import { useMemo, type ReactNode } from 'react';
import { percent } from '../../charts/scale/format.ts';
import { selectCardedModels } from '../../store/derive/carded-models.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { PageFault } from '../shell/PageFault.tsx';
import { BirthPanel } from './BirthPanel.tsx';
import { ExamplesPanel } from './ExamplesPanel.tsx';
import { ExperimentsTable } from './ExperimentsTable.tsx';
import { differs, factGroups, type FactSource } from './facts.ts';
import { FactsTable } from './FactsTable.tsx';
import { LearningPanel } from './LearningPanel.tsx';
import { ModelHead } from './ModelHead.tsx';
import styles from './ModelsView.module.css';
import { recordsOf, type ModelRecord } from './record.ts';
import { TailTable } from './TailTables.tsx';
import { useChosenDimension, type ChosenDimension } from './use-chosen-dimension.ts';
import { useTimeline } from './use-timeline.ts';

const words = strings.models;

/** The models that came with the page: their cards, and the birth of their tails. */
export function ModelsView(): ReactNode {
  const models = useApp(selectCardedModels);
  const rule = useApp((state) => state.rule);
  const records = useMemo(() => recordsOf(models, rule), [models, rule]);
  const timeline = useTimeline(records);
  const chosen = useChosenDimension();
  const sources = useMemo(
    () =>
      records.map((record) => ({
        record,
        bundled: models.find(({ key }) => key === record.key)?.bundled,
      })),
    [records, models],
  );
  // what is said of our models is not said of a person's own
  const ours = useMemo(() => sources.filter(({ bundled }) => bundled !== undefined), [sources]);
  const count = models.filter(({ bundled }) => bundled !== undefined).length;
  const reported = useMemo(() => records.filter(({ card }) => card.curve.length > 0), [records]);
  return (
    <main className={styles['view']}>
      <header className={styles['intro']}>
        <h2 className={styles['title']}>{words.title(count)}</h2>
        <p className={styles['lead']}>
          <WithTerms text={lead(count, ours)} terms={['dimension', 'vector', 'tail']} />
        </p>
      </header>
      <div className={styles['heads']}>
        {models.map((model) => (
          <ModelHead
            key={model.key}
            model={model}
            record={records.find((record) => record.key === model.key)}
          />
        ))}
      </div>
      {reported.length > 0 && (
        <section className={styles['part']} aria-labelledby="birth">
          <h2 id="birth" className={styles['title']}>
            {words.birth.title}
          </h2>
          <p className={styles['lead']}>
            <WithTerms
              text={words.birth.lead(percent(rule.share), String(rule.z))}
              terms={['vector', 'layer', 'tail', 'sd']}
            />
          </p>
          <PageFault>
            <BirthPanel records={reported} timeline={timeline} chosen={chosen} />
          </PageFault>
          <Chosen records={reported} chosen={chosen} />
          <div className={styles['pair']}>
            <PageFault>
              <LearningPanel records={reported} timeline={timeline} />
            </PageFault>
            <ExamplesPanel records={records} />
          </div>
        </section>
      )}
      {records.length > 0 && (
        <section className={styles['part']} aria-labelledby="cards">
          <h2 id="cards" className={styles['title']}>
            {words.card.title(records.length)}
          </h2>
          <div className={styles['cards']}>
            <div className={styles['facts']}>
              <FactsTable sources={sources} />
            </div>
            <div className={styles['tables']}>
              <h3 className={styles['small']}>{words.tails.title}</h3>
              <p className={styles['hint']}>{words.tails.hint}</p>
              <div className={styles['byLayer']}>
                {records.map((record) => (
                  <TailTable key={record.key} record={record} chosen={chosen} />
                ))}
              </div>
              <ExperimentsTable records={records} />
            </div>
          </div>
        </section>
      )}
    </main>
  );
}

/** What the models are; of several, what was made differently. */
function lead(count: number, sources: readonly FactSource[]): string {
  if (count === 0) return words.none;
  if (sources.length < 2) return words.lead(count);
  const differing = factGroups(sources).flatMap(({ compared, facts }) =>
    compared ? facts.filter(differs).map(({ name }) => name.toLowerCase()) : [],
  );
  return `${words.lead(count)} ${words.alike(differing)}`;
}

/** Which dimensions are chosen, and the way to see the one of the model in use among its sentences. */
function Chosen(props: {
  readonly records: readonly ModelRecord[];
  readonly chosen: ChosenDimension;
}): ReactNode {
  const { openView } = useActions();
  const marked = useApp(({ birthMeasure }) => birthMeasure !== 'kurtosis' && birthMeasure !== 'anisotropy');
  return (
    <ul className={styles['chosen']}>
      {props.records.map((record) => {
        const dim = props.chosen.of(record);
        return (
          dim !== undefined && (
            <li key={record.key}>
              {words.birth.chosen(dim, record.name, marked)}{' '}
              {record.inUse && (
                <Button
                  look="quiet"
                  onClick={() => {
                    openView('explore');
                  }}
                >
                  {words.inExplore(dim)}
                </Button>
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}
