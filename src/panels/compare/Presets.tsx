import { useEffect, type ReactNode } from 'react';
import type { BundledModel } from '../../protocol/model.ts';
import { selectModel } from '../../store/model.ts';
import type { Side, State } from '../../store/state.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './compare.module.css';
import { selectOtherPrecision } from './other-precision.ts';

const words = strings.compareView.presets;

const WHOLE: Side = { model: 'main', positions: 'as-they-are', cut: 'none', remedy: undefined };
const BESIDE: Side = { ...WHOLE, model: 'beside' };

/** Comparisons that are a press away; the first is the paper's own. */
export function Presets(): ReactNode {
  const other = useApp(selectOther);
  // what to begin with: once something was chosen, a button that stands out would look chosen
  const first = useApp((state) => !state.besideAsked && state.sideB.model === 'beside');
  const precision = useApp(selectOtherPrecision);
  const { setSides, putBundledBeside, putRemoteBeside } = useActions();
  const { remote } = useAppHandle();

  useEffect(() => {
    // what is stored may be the same model in another precision
    void remote.list();
  }, [remote]);

  return (
    <div className={styles['presets']} role="group" aria-label={words.label}>
      {other && (
        <Button
          look={first ? 'strong' : 'plain'}
          onClick={() => {
            setSides(WHOLE, BESIDE);
            putBundledBeside(other.id);
          }}
        >
          {words.positions}
        </Button>
      )}
      <Button
        onClick={() => {
          setSides(WHOLE, { ...WHOLE, positions: 'shuffled' });
        }}
      >
        {words.shuffled}
      </Button>
      <Button
        onClick={() => {
          setSides({ ...WHOLE, cut: 'after' }, { ...WHOLE, cut: 'inside' });
        }}
      >
        {words.inside}
      </Button>
      <Button
        onClick={() => {
          setSides({ ...WHOLE, cut: 'after' }, { ...WHOLE, cut: 'random' });
        }}
      >
        {words.random}
      </Button>
      <Button
        disabled={precision === undefined}
        aria-describedby={precision ? undefined : 'compare-precision'}
        onClick={() => {
          setSides(WHOLE, BESIDE);
          if (precision && precision !== 'beside') putRemoteBeside(precision);
        }}
      >
        {words.precision}
      </Button>
      <Button
        onClick={() => {
          setSides(WHOLE, BESIDE);
        }}
      >
        {words.second}
      </Button>
      {!precision && (
        <p id="compare-precision" className={styles['how']}>
          {words.noPrecision}
        </p>
      )}
    </div>
  );
}

/** The bundled model to hold the first against: one that differs in its position embeddings. */
export function selectOther(state: State): BundledModel | undefined {
  const model = selectModel(state);
  const others = state.bundled.filter(({ id }) => id !== (model?.id ?? state.bundled[0]?.id));
  const positions = model?.positionEmbeddings ?? true;
  return others.find(({ positionEmbeddings = true }) => positionEmbeddings !== positions);
}
