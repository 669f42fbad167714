import { useState, type ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import type { Missing } from '../../protocol/experiments/missing.ts';
import { strings } from '../../strings/index.ts';
import { ShowAll } from '../../ui/button/ShowAll.tsx';
import styles from './lab.module.css';

/** What of the data could not be measured, by reason, with where it is; and what was cut short. */
export function LeftOut(props: {
  readonly missing: readonly Missing[];
  /** Sentences that were cut to fit the model. */
  readonly truncated?: number;
  /** Whose these are, where there are two: A or B. */
  readonly of?: string | undefined;
}): ReactNode {
  const { missing, truncated = 0, of } = props;
  if (missing.length === 0 && truncated === 0) return null;
  const whose = of === undefined ? '' : `${of}: `;
  const reasons = [...new Set(missing.map(({ why }) => why))];
  return (
    <ul className={styles['remark']}>
      {reasons.map((why) => (
        <li key={why}>
          {whose}
          <Reason why={why} from={missing.filter((one) => one.why === why).map(({ from }) => from)} />
        </li>
      ))}
      {truncated > 0 && (
        <li>
          {whose}
          {strings.lab.truncated(count(truncated))}
        </li>
      )}
    </ul>
  );
}

/** What was left out for one reason: a few of them, the rest a press away. */
function Reason({
  why,
  from,
}: {
  readonly why: Missing['why'];
  readonly from: readonly string[];
}): ReactNode {
  const [all, setAll] = useState(false);
  const { missing, some, all: more, fewer } = strings.experiments;
  return (
    <>
      {missing({ from, why, all })}
      {from.length > some && <ShowAll all={all} onChange={setAll} more={more} fewer={fewer} />}
    </>
  );
}
