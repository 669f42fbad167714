import { useState, type ReactNode } from 'react';
import { selectModel } from '../../store/model.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
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
import { PlainCompare } from './PlainCompare.tsx';
import { Presets, selectOther } from './Presets.tsx';
import { sameSide } from './settings.ts';
import { SidePicker } from './SidePicker.tsx';
import { TaskCompare } from './TaskCompare.tsx';
import { useCompared, type Compared } from './use-compared.ts';

const words = strings.compareView;
/** Models of so few parameters do the tasks in some seconds: then these need no asking for. */
const SMALL = 12e6;

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
      <Tasks compared={compared} />
      {a.side.model !== b.side.model && (
        <section className={styles['part']} aria-label={words.apart}>
          <h3 className={lab['small']}>{words.apart}</h3>
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
  const [pressed, setPressed] = useState(false);
  const small = [a, b].every(({ model }) => (model?.parameters ?? Infinity) <= SMALL);
  return (
    <section className={styles['part']} aria-label={words.tasks.title}>
      <div>
        <h3 className={lab['small']}>{words.tasks.title}</h3>
        <p className={lab['hint']}>{words.tasks.hint}</p>
      </div>
      {small || pressed ? (
        <div className={styles['pair']}>
          {TASK_KINDS.map((kind) => (
            <PageFault key={kind}>
              <TaskCompare kind={kind} compared={compared} when="in the background" />
            </PageFault>
          ))}
        </div>
      ) : (
        <p className={lab['hint']}>
          <Button
            onClick={() => {
              setPressed(true);
            }}
          >
            {words.tasks.run}
          </Button>{' '}
          {words.tasks.runHint}
        </p>
      )}
    </section>
  );
}
