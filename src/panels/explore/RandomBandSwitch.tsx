import type { ReactNode } from 'react';
import { DRAWS } from '../../measures/control-draws.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import styles from './panels.module.css';

const words = strings.explore.random;

/** Whether cuts of random dimensions are shown beside the cut: one switch for all charts of the view that have them. */
export function RandomBandSwitch(): ReactNode {
  const on = useApp((state) => state.randomBand);
  const { showRandomBand } = useActions();
  return (
    <label className={styles['choice']} title={words.hint}>
      <input
        type="checkbox"
        checked={on}
        onChange={() => {
          showRandomBand(!on);
        }}
      />
      {words.choice(DRAWS)}
    </label>
  );
}
