import type { ReactNode } from 'react';
import { percent } from '../../charts/scale/format.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import styles from './RulePanel.module.css';

const words = strings.explore.rule;

/** The rule that says what a tail is, with its thresholds to move. */
export function RulePanel(): ReactNode {
  const rule = useApp((state) => state.rule);
  const seed = useApp((state) => state.seed);
  const { setRule, setSeed } = useActions();
  return (
    <details className={styles['rule']}>
      <summary>{words.title}</summary>
      <p>{words.sentence}</p>
      <label>
        <span>{words.share}</span>
        <input
          type="range"
          min={0.05}
          max={1}
          step={0.05}
          value={rule.share}
          onChange={(event) => {
            setRule({ ...rule, share: event.target.valueAsNumber });
          }}
        />
        <output>{percent(rule.share)}</output>
      </label>
      <label>
        <span>{words.z}</span>
        <input
          type="range"
          min={2}
          max={20}
          step={0.5}
          value={rule.z}
          onChange={(event) => {
            setRule({ ...rule, z: event.target.valueAsNumber });
          }}
        />
        <output>{rule.z}</output>
      </label>
      <label>
        <span>{words.seed}</span>
        <input
          type="number"
          min={0}
          max={2 ** 32 - 1}
          step={1}
          value={seed}
          onChange={(event) => {
            const next = event.target.valueAsNumber;
            if (Number.isInteger(next) && next >= 0 && next < 2 ** 32) setSeed(next);
          }}
        />
      </label>
    </details>
  );
}
