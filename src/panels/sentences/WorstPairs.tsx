import { useMemo, useState, type ReactNode } from 'react';
import { count, decimal, percent, unit } from '../../charts/scale/format.ts';
import { selectStsCosines, selectStsGaps } from '../../store/derive/lab/sts.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { ShowAll } from '../../ui/button/ShowAll.tsx';
import styles from '../lab/lab.module.css';
import { LeftOut } from '../lab/LeftOut.tsx';
import { measuredOf } from '../lab/measured-of.ts';
import { useTrial } from '../lab/use-trial.ts';
import { measuredPairs } from './measured-pairs.ts';
import own from './WorstPairs.module.css';

const words = strings.sentencesView.worst;
/** Pairs shown before more are asked for, and at most. */
const FEW = 8;
const MOST = 400;

/** The pairs whose cosine is furthest from what people found, worst first; each can be shown among the points. */
export function WorstPairs(): ReactNode {
  const shown = useTrial('sts');
  const layer = shown?.layer ?? 0;
  const cosines = useApp(selectStsCosines);
  const gaps = useApp((state) => selectStsGaps(state, layer));
  const open = useApp((state) => state.opened.sts);
  const { open: openPair } = useActions();
  const [all, setAll] = useState(false);
  const answer = shown?.answer;
  const pairs = useMemo(() => (answer ? measuredPairs(answer) : []), [answer]);
  const order = useMemo(() => (gaps ? worstFirst(gaps) : []), [gaps]);
  if (!shown || !cosines || !gaps || pairs.length === 0) return null;
  const at = (values: Float64Array | undefined, p: number): number =>
    values?.[layer * pairs.length + p] ?? NaN;
  return (
    <div className={styles['column']}>
      <div>
        <h3 className={styles['small']}>{words.title}</h3>
        <p className={styles['hint']}>
          <WithTerms
            text={words.hint(strings.explore.inLayer(layer), cosines.after !== undefined)}
            terms={['rankGap']}
          />
        </p>
      </div>
      <ul className={own['pairs']}>
        {order.slice(0, all ? MOST : FEW).map((p) => {
          const pair = pairs[p];
          const gap = gaps[p] ?? 0;
          return (
            pair && (
              <li key={p}>
                <button
                  type="button"
                  className={styles['row']}
                  aria-pressed={open === p}
                  onClick={() => {
                    openPair('sts', open === p ? undefined : p);
                  }}
                >
                  <span className={own['sentences']}>
                    {pair.sentences.map((sentence, i) => (
                      <span key={i} dir="auto">
                        {sentence}
                      </span>
                    ))}
                  </span>
                  <span className={styles['figures']}>
                    <span>
                      {words.score} <b>{decimal(pair.score, 2)}</b>
                    </span>
                    <br />
                    <span>
                      {words.cosine} <b>{unit(at(cosines.before, p), 3)}</b>
                      {cosines.after && (
                        <>
                          {' → '}
                          <span className={styles['after']}>{unit(at(cosines.after, p), 3)}</span>
                        </>
                      )}
                    </span>
                    <br />
                    {words.off(percent(Math.abs(gap)), gap > 0)}
                  </span>
                </button>
              </li>
            )
          );
        })}
      </ul>
      {pairs.length > FEW && (
        <div>
          <ShowAll
            all={all}
            onChange={setAll}
            more={words.all(count(Math.min(MOST, pairs.length)))}
            fewer={words.fewer}
          />
        </div>
      )}
      <LeftOut {...measuredOf('sts', shown.answer)} />
    </div>
  );
}

function worstFirst(gaps: Float64Array): readonly number[] {
  const size = (p: number): number => Math.abs(gaps[p] ?? 0);
  return Array.from(gaps.keys()).sort((a, b) => size(b) - size(a));
}
