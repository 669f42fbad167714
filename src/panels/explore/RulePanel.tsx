import { useId, useState, type ReactNode } from 'react';
import { percent } from '../../charts/scale/format.ts';
import { DEFAULT_TAIL_RULE, SHARE_RANGE, Z_RANGE } from '../../measures/tail-rule.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { wholeNumber } from '../whole-number.ts';
import styles from './RulePanel.module.css';

const words = strings.explore.rule;

/** The rule that says what a tail is, with its thresholds to move. */
export function RulePanel(): ReactNode {
  const rule = useApp((state) => state.rule);
  const { setRule } = useActions();
  return (
    <details className={styles['rule']}>
      <summary>{words.title}</summary>
      <p>{words.sentence}</p>
      <p>{words.special(percent(DEFAULT_TAIL_RULE.specialShare))}</p>
      <p>{words.floors(DEFAULT_TAIL_RULE.vectors, DEFAULT_TAIL_RULE.specialVectors)}</p>
      <p>{words.carriers}</p>
      <label>
        <span>{words.share}</span>
        <input
          type="range"
          min={SHARE_RANGE[0]}
          max={SHARE_RANGE[1]}
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
          min={Z_RANGE[0]}
          max={Z_RANGE[1]}
          step={0.5}
          value={rule.z}
          onChange={(event) => {
            setRule({ ...rule, z: event.target.valueAsNumber });
          }}
        />
        <output>{rule.z}</output>
      </label>
      <SeedField />
    </details>
  );
}

const MOST_SEED = 2 ** 32 - 1;

/** What is typed stays as it is; only a whole number in range becomes the seed. */
function SeedField(): ReactNode {
  const seed = useApp((state) => state.seed);
  const { setSeed } = useActions();
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const wrong = typed !== undefined && wholeNumber(typed, MOST_SEED) === undefined;
  return (
    <>
      <label>
        <span>{words.seed}</span>
        <input
          type="text"
          inputMode="numeric"
          aria-invalid={wrong}
          aria-describedby={wrong ? id : undefined}
          value={typed ?? seed}
          onChange={(event) => {
            const text = event.target.value;
            const next = wholeNumber(text, MOST_SEED);
            setTyped(text);
            if (next !== undefined) setSeed(next);
          }}
          onBlur={() => {
            setTyped(undefined);
          }}
        />
      </label>
      {wrong && (
        <p id={id} role="alert">
          {words.seedWrong}
        </p>
      )}
    </>
  );
}
