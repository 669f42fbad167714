import type { ReactNode } from 'react';
import type { ControlRange } from '../../measures/control-range.ts';
import { useActions } from '../../store/use-app.ts';
import type { Ask } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PassBar } from '../pass-bar/PassBar.tsx';
import styles from './control.module.css';
import { ControlRows } from './ControlRows.tsx';
import lab from './lab.module.css';
import type { RandomCuts } from './use-random-cuts.ts';

const words = strings.lab.random;

/** A figure that random cuts are a control for, by layer. */
export interface ControlledFigure {
  readonly name: string;
  readonly before: ArrayLike<number>;
  /** Undefined until what is cut has been measured. */
  readonly after: ArrayLike<number> | undefined;
  readonly range: ControlRange | undefined;
  readonly text: (value: number) => string;
}

/** Whether cuts of random dimensions are shown beside the cut, how far they are, and what they give in the layer on screen. */
export function RandomCutsPart(props: {
  readonly cuts: Pick<RandomCuts, 'on' | 'draws' | 'dims' | 'lacks'> & Partial<RandomCuts>;
  readonly layer: number;
  /** "in layer 3" */
  readonly where: string;
  readonly figures: readonly ControlledFigure[];
}): ReactNode {
  const { cuts, layer, where, figures } = props;
  const { on, draws, dims, lacks, ask } = cuts;
  const { showRandomCuts } = useActions();
  const rows = figures.flatMap(({ name, before, after, range, text }) => {
    if (!range || !after) return [];
    const at = (values: ArrayLike<number>): number => values[layer] ?? NaN;
    const { mean, low, high } = range;
    // of nothing there is no figure: no pair within a sense, say
    if (!Number.isFinite(at(before))) return [];
    return [{ name, whole: at(before), cut: at(after), mean: at(mean), low: at(low), high: at(high), text }];
  });
  return (
    <div className={styles['control']} role="group" aria-label={words.title}>
      <div className={styles['choice']}>
        <label>
          <input
            type="checkbox"
            checked={on}
            onChange={() => {
              showRandomCuts(!on);
            }}
          />
          {words.choice(draws, dims)}
        </label>
        {on && ask && !cuts.figures && <OnDemand ask={ask} draws={draws} />}
      </div>
      {on && lacks !== undefined && <p className={lab['hint']}>{lacks}</p>}
      {on && rows.length > 0 && (
        <>
          <p className={lab['hint']}>{words.hint(where)}</p>
          <ControlRows rows={rows} />
        </>
      )}
    </div>
  );
}

/** The question to the worker: to be asked, on its way, or failed. */
function OnDemand(props: { readonly ask: Ask<'control-scores'>; readonly draws: number }): ReactNode {
  const { ask, draws } = props;
  const { running, failure } = ask;
  if (failure)
    return (
      <div role="alert" className={lab['failure']}>
        <p>{failure.message}</p>
        <Button look="quiet" onClick={ask.ask}>
          {strings.lab.run.again}
        </Button>
      </div>
    );
  if (!running)
    return (
      <Button onClick={ask.ask} title={words.drawHint(draws)}>
        {words.draw(draws)}
      </Button>
    );
  const { progress } = running;
  const said = words.drawing(draws);
  return (
    <PassBar
      progress={progress && { done: progress.sentences, of: progress.of, rate: undefined, said }}
      waiting={said}
      label={said}
      onCancel={ask.cancel}
    />
  );
}
