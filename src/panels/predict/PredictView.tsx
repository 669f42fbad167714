import type { ReactNode } from 'react';
import { selectModel } from '../../store/model.ts';
import { useApp } from '../../store/use-app.ts';
import { useNewest } from '../../store/use-newest.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { PageFault } from '../shell/PageFault.tsx';
import { CutNote } from './CutNote.tsx';
import { GuessPanel } from './GuessPanel.tsx';
import { lacksHead } from './lacks-head.ts';
import { LossPanel } from './LossPanel.tsx';
import { MaskField } from './MaskField.tsx';
import { PassageText } from './PassageText.tsx';
import lab from '../lab/lab.module.css';
import styles from './predict.module.css';
import { selectGuess, selectLoss } from './questions.ts';

const words = strings.predictView;

/** What a cut after the network and a cut inside it do to the model's own task: guessing hidden words. */
export function PredictView(): ReactNode {
  const request = useApp(selectGuess);
  const guess = useNewest('guess', request, 'at once');
  const text = useApp(selectLoss);
  const loss = useNewest('passage-loss', text, 'in the background');
  const waiting = useApp((state) => selectModel(state) === undefined);
  const headless = [guess.ask.failure, loss.ask.failure].find((failure) => failure && lacksHead(failure));
  return (
    <main className={lab['view']}>
      <header className={lab['intro']}>
        <h2 className={lab['title']}>{words.title}</h2>
        <p className={lab['lead']}>
          <WithTerms text={words.lead} terms={['tail', 'head', 'layer', 'vector']} />
        </p>
      </header>
      {headless ? (
        <div role="alert" className={styles['wrong']}>
          <p>{words.noHead}</p>
          <p>
            {headless.sentence} {headless.remedy}
          </p>
        </div>
      ) : (
        <>
          <section className={styles['part']} aria-label={words.field}>
            <div className={styles['top']}>
              <div className={styles['column']}>
                <MaskField />
                <CutNote />
                {waiting && !guess.shown && <p className={lab['hint']}>{words.noModel}</p>}
                <PageFault>
                  {request ? <GuessPanel guess={guess} /> : <p className={lab['hint']}>{words.noMask}</p>}
                </PageFault>
              </div>
              <Two />
            </div>
          </section>
          <section className={styles['part']} aria-label={words.loss.name}>
            <div className={styles['pair']}>
              <div className={styles['column']}>
                <h3 className={styles['small']}>{words.loss.heading}</h3>
                <p className={lab['hint']}>
                  <WithTerms text={words.loss.hint} terms={['token']} />
                </p>
                <PassageText />
              </div>
              <div className={styles['column']}>
                <PageFault>
                  {text ? <LossPanel loss={loss} /> : <p className={lab['hint']}>{words.loss.noText}</p>}
                </PageFault>
              </div>
            </div>
          </section>
        </>
      )}
    </main>
  );
}

/** The two published findings that both cuts on one screen are about. */
function Two(): ReactNode {
  const { title, after, inside, both } = words.two;
  return (
    <aside className={styles['two']} aria-label={title}>
      <h3 className={styles['small']}>{title}</h3>
      <p>{after}</p>
      <p>{inside}</p>
      <p>{both}</p>
    </aside>
  );
}
