import { useState, type ReactNode } from 'react';
import type { Missing } from '../../protocol/experiments/missing.ts';
import { strings } from '../../strings/index.ts';
import { ShowAll } from '../../ui/button/ShowAll.tsx';
import styles from './lab.module.css';

const words = strings.experiments;
const NONE: readonly string[] = [];

/** What of the data could not be measured, by reason, with where it is; what was cut short, and what may be wrong. */
export function LeftOut(props: {
  readonly missing: readonly Missing[];
  /** Where sentences are that were cut to fit the model: lines. */
  readonly truncated?: readonly string[];
  /** Lines that are measured, but where the place given seems to be another word's. */
  readonly elsewhere?: readonly string[];
  /** Whose these are, where there are two: A or B. */
  readonly of?: string | undefined;
}): ReactNode {
  const { missing, truncated = NONE, elsewhere = NONE, of } = props;
  if (missing.length + truncated.length + elsewhere.length === 0) return null;
  const whose = of === undefined ? '' : `${of}: `;
  const reasons = [...new Set(missing.map(({ why }) => why))];
  return (
    <ul className={styles['remark']}>
      {reasons.map((why) => (
        <li key={why}>
          {whose}
          <Some
            from={missing.filter((one) => one.why === why).map(({ from }) => from)}
            say={(from, all) => words.missing({ from, why, all })}
          />
        </li>
      ))}
      {elsewhere.length > 0 && (
        <li>
          <Some from={elsewhere} say={(from, all) => words.elsewhere({ from, all })} />
        </li>
      )}
      {truncated.length > 0 && (
        <li>
          {whose}
          <Some from={truncated} say={strings.lab.truncated} />
        </li>
      )}
    </ul>
  );
}

/** What is said of some of the data: a few of them named, the rest a press away. */
function Some({
  from,
  say,
}: {
  readonly from: readonly string[];
  readonly say: (from: readonly string[], all: boolean) => string;
}): ReactNode {
  const [all, setAll] = useState(false);
  return (
    <>
      {say(from, all)}
      {from.length > words.some && (
        <ShowAll all={all} onChange={setAll} more={words.all} fewer={words.fewer} />
      )}
    </>
  );
}
