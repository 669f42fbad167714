import { lazy as fetched, Suspense, useState, type ReactNode } from 'react';
import { selectModel } from '../../store/model.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { WhenSeen } from '../../ui/when-seen/WhenSeen.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { BesideModel } from '../beside/BesideModel.tsx';
import { DifferencePanel } from '../beside/DifferencePanel.tsx';
import { DataBar } from '../lab/DataBar.tsx';
import { PageFault } from '../shell/PageFault.tsx';
import lab from '../lab/lab.module.css';
import styles from './compare.module.css';
import { DifferenceTable } from './DifferenceTable.tsx';
import { FactTable } from './FactTable.tsx';
import { LeaderTable } from './LeaderTable.tsx';
import { TASK_KINDS } from './measures.ts';
import { MeansCompare } from './MeansCompare.tsx';
import { PlainCompare } from './PlainCompare.tsx';
import { Presets, selectOther } from './Presets.tsx';
import { GuessCompare } from './GuessCompare.tsx';
import { isSmall, sameSide } from './settings.ts';
import { SidePicker } from './SidePicker.tsx';
import { TaskCompare } from './TaskCompare.tsx';
import { ProbeCompare, VectorsCompare } from './VectorsCompare.tsx';
import { useCompared, type Compared } from './use-compared.ts';

const words = strings.compareView;
const waiting = <p className={lab['hint']}>{words.chart.measuring}</p>;

/** Charts that stand side by side: fetched once they come into sight. */
const OriginsDetails = fetched(async () => ({
  default: (await import('./details/OriginsDetails.tsx')).OriginsDetails,
}));
const VectorDetails = fetched(async () => ({
  default: (await import('./details/VectorDetails.tsx')).VectorDetails,
}));
const ValueDetails = fetched(async () => ({
  default: (await import('./details/ValueDetails.tsx')).ValueDetails,
}));
const OwnDetails = fetched(async () => ({
  default: (await import('./details/OwnDetails.tsx')).OwnDetails,
}));
const TaskDetails = fetched(async () => ({
  default: (await import('./details/TaskDetails.tsx')).TaskDetails,
}));

/** Two models, or one in two settings: every measure of both in one picture. */
export function CompareView(): ReactNode {
  const compared = useCompared();
  const { a, b } = compared;
  const needs = [a, b].find(({ side }) => side.model === 'beside');
  return (
    <main className={lab['view']}>
      <header className={styles['intro']}>
        <h2 className={lab['title']}>{words.title}</h2>
        <p className={lab['lead']}>
          <WithTerms text={words.lead} terms={['positionEmbeddings', 'tail']} />
        </p>
        <Presets />
        <div className={styles['sides']}>
          <SidePicker id="sideA" />
          <SidePicker id="sideB" />
        </div>
        {needs && <Second side={words.sides[needs.id]} />}
      </header>
      <Findings compared={compared} />
    </main>
  );
}

/** The second model: to be put beside with one press, or chosen. */
function Second({ side }: { readonly side: string }): ReactNode {
  const asked = useApp((state) => state.besideAsked);
  const other = useApp(selectOther);
  const { putBundledBeside } = useActions();
  return (
    <section className={styles['second']} aria-label={words.chooser}>
      {!asked && (
        <p>
          {other ? words.needsSecond(side, other.name) : words.needsAny(side)}{' '}
          {other && (
            <Button
              look="strong"
              onClick={() => {
                putBundledBeside(other.id);
              }}
            >
              {words.putBeside(other.name)}
            </Button>
          )}
        </p>
      )}
      <BesideModel />
    </section>
  );
}

function Findings({ compared }: { readonly compared: Compared }): ReactNode {
  const { a, b, names } = compared;
  const loaded = useApp((state) => selectModel(state) !== undefined);
  if (!loaded) return <p className={lab['hint']}>{words.noModel}</p>;
  if (sameSide(a.side, b.side)) return <p className={lab['hint']}>{words.same}</p>;
  if (!a.model || !b.model) return null;
  return (
    <>
      <section className={styles['part']} aria-label={words.facts.title}>
        <div className={styles['pair']}>
          <FactTable compared={compared} />
          <DifferenceTable compared={compared} />
        </div>
      </section>
      <section className={styles['part']} aria-label={words.tails.title}>
        <DataBar id="words" title={words.data} />
        <div className={styles['pair']}>
          <PageFault>
            <PlainCompare compared={compared} />
          </PageFault>
        </div>
        <div>
          <h3 className={lab['small']}>{words.tails.title}</h3>
          <p className={lab['hint']}>
            <WithTerms text={words.tails.hint} terms={['dimension', 'vector', 'tail']} />
          </p>
        </div>
        <div className={styles['pair']}>
          <LeaderTable side={a} name={names.nameA} />
          <LeaderTable side={b} name={names.nameB} />
        </div>
      </section>
      {a.portrait && b.portrait && (
        <section className={styles['part']} aria-label={words.means.title}>
          <div>
            <h3 className={lab['small']}>{words.means.title}</h3>
            <p className={lab['hint']}>{words.means.hint}</p>
          </div>
          <div className={styles['pair']}>
            <PageFault>
              <MeansCompare compared={compared} />
            </PageFault>
          </div>
          <WhenSeen instead={waiting}>
            <Suspense fallback={waiting}>
              <ValueDetails compared={compared} />
            </Suspense>
          </WhenSeen>
        </section>
      )}
      <Measured compared={compared} said={strings.compareDetails.origins} lazy wide>
        <OriginsDetails compared={compared} />
      </Measured>
      <Vectors compared={compared} />
      <Tasks compared={compared} />
      <Measured compared={compared} said={strings.compareDetails.tasks} lazy wide>
        <TaskDetails compared={compared} />
      </Measured>
      <Measured compared={compared} said={strings.compareDetails.own} lazy wide>
        <OwnDetails compared={compared} />
      </Measured>
      <Measured compared={compared} said={words.guesses} lazy wide>
        <PageFault>
          <GuessCompare compared={compared} when="in the background" />
        </PageFault>
      </Measured>
      {a.side.model !== b.side.model && (
        <section className={styles['part']} aria-label={words.apart}>
          <div>
            <h3 className={lab['small']}>{words.apart}</h3>
            <p className={lab['hint']}>{words.apartHint}</p>
          </div>
          <PageFault>
            <DifferencePanel />
          </PageFault>
        </section>
      )}
    </>
  );
}

function Tasks({ compared }: { readonly compared: Compared }): ReactNode {
  const { a, b } = compared;
  // the plain sentences first: they say what the tails are, stand above, and take a tenth of the time
  const ready = [a, b].every(({ ask, portrait }) => portrait !== undefined || ask.failure !== undefined);
  return (
    <Measured compared={compared} said={words.tasks}>
      {ready ? (
        TASK_KINDS.map((kind) => (
          <PageFault key={kind}>
            <TaskCompare kind={kind} compared={compared} when="in the background" />
          </PageFault>
        ))
      ) : (
        <p className={lab['hint']}>{words.chart.measuring}</p>
      )}
    </Measured>
  );
}

function Vectors({ compared }: { readonly compared: Compared }): ReactNode {
  return (
    <Measured compared={compared} said={words.vectors} lazy wide>
      <div className={styles['pair']}>
        <PageFault>
          <VectorsCompare compared={compared} when="in the background" />
        </PageFault>
        <PageFault>
          <ProbeCompare compared={compared} when="in the background" />
        </PageFault>
      </div>
      <VectorDetails compared={compared} />
    </Measured>
  );
}

/** Charts of both sides, which of large models are measured once they are asked for. */
function Measured(props: {
  readonly compared: Compared;
  /** Whether it waits to come into sight. */
  readonly lazy?: boolean;
  /** Whether it lays itself out, and not as two columns of charts. */
  readonly wide?: boolean;
  readonly said: Readonly<Record<'title' | 'hint' | 'run' | 'runHint', string>>;
  readonly children: ReactNode;
}): ReactNode {
  const { compared, said, lazy = false } = props;
  const { a, b } = compared;
  const [pressed, setPressed] = useState(false);
  const charts =
    props.wide === true ? props.children : <div className={styles['pair']}>{props.children}</div>;
  return (
    <section className={styles['part']} aria-label={said.title}>
      <div>
        <h3 className={lab['small']}>{said.title}</h3>
        <p className={lab['hint']}>{said.hint}</p>
      </div>
      {(isSmall(a) && isSmall(b)) || pressed ? (
        lazy ? (
          <WhenSeen instead={waiting}>
            <Suspense fallback={waiting}>{charts}</Suspense>
          </WhenSeen>
        ) : (
          charts
        )
      ) : (
        <p className={lab['hint']}>
          <Button
            onClick={() => {
              setPressed(true);
            }}
          >
            {said.run}
          </Button>{' '}
          {said.runHint}
        </p>
      )}
    </section>
  );
}
