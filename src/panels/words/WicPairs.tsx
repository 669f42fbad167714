import { useMemo, useState, type ReactNode } from 'react';
import { count, unit } from '../../charts/scale/format.ts';
import { pointsElsewhere, type WicPair } from '../../datasets/index.ts';
import { THRESHOLDS } from '../../measures/threshold-grid.ts';
import { selectWicCosines } from '../../store/derive/lab/wic.ts';
import type { Answer } from '../../store/trials/trial.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Segmented } from '../../ui/segmented/Segmented.tsx';
import { FromTo } from '../lab/FromTo.tsx';
import styles from '../lab/lab.module.css';
import { LeftOut } from '../lab/LeftOut.tsx';
import { measuredOf } from '../lab/measured-of.ts';
import { PairSentences } from './PairSentences.tsx';
import { useWicCell } from './use-wic-cell.ts';
import { SHOWS, isShown, verdicts, type Show, type Verdict } from './wic-verdicts.ts';

const words = strings.wordsView.wic;
/** Pairs listed at first, and more at a time. */
const STEP = 12;

/** Every pair as the chosen threshold tells it; opened, its two sentences. */
export function WicPairs(): ReactNode {
  const cell = useWicCell();
  const cosines = useApp(selectWicCosines);
  const [show, setShow] = useState<Show>('all');
  const [most, setMost] = useState(STEP);
  const layer = cell?.shown.layer ?? 0;
  const threshold = THRESHOLDS[cell?.threshold ?? 0] ?? 0;
  const answer = cell?.shown.answer;
  const all = useMemo(() => {
    if (!answer || !cosines) return [];
    const { same } = answer.result;
    const row = (values: Float64Array | undefined) =>
      values?.subarray(layer * same.length, (layer + 1) * same.length);
    return verdicts(row(cosines.before) ?? [], row(cosines.after), same, threshold);
  }, [answer, cosines, layer, threshold]);
  const elsewhere = useMemo(() => (answer ? elsewhereOf(answer) : []), [answer]);
  if (!answer) return null;
  const listed = all.filter((one) => isShown(one, show));
  const { asked, result } = answer;
  return (
    <div className={styles['column']}>
      <div className={styles['listHead']}>
        <h3 className={styles['small']}>
          <WithTerms
            text={words.listTitle(strings.explore.inLayer(layer), unit(threshold, 1))}
            terms={['cosine']}
          />
        </h3>
        <Segmented<Show>
          label={words.show}
          value={show}
          onChange={setShow}
          options={SHOWS.map((value) => ({ value, text: words.shows[value] }))}
        />
      </div>
      {listed.length === 0 && <p className={styles['hint']}>{words.none[show]}</p>}
      <ul className={styles['list']}>
        {listed.slice(0, most).map((one) => {
          const pair = asked.data[result.measured[one.pair] ?? -1];
          return pair && <Pair key={one.pair} pair={pair} verdict={one} />;
        })}
      </ul>
      {listed.length > most && (
        <div>
          <Button
            look="quiet"
            onClick={() => {
              setMost(most + STEP);
            }}
          >
            {words.more(count(Math.min(STEP, listed.length - most)))}
          </Button>
        </div>
      )}
      <LeftOut {...measuredOf('wic', answer)} elsewhere={elsewhere} />
    </div>
  );
}

function Pair({ pair, verdict }: { readonly pair: WicPair; readonly verdict: Verdict }): ReactNode {
  const open = useApp((state) => state.opened.wic) === verdict.pair;
  const { open: openItem } = useActions();
  const { before, after, rightBefore, rightAfter } = verdict;
  const told = (right: boolean): string => (right ? words.right : words.wrong);
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-expanded={open}
        onClick={() => {
          openItem('wic', open ? undefined : verdict.pair);
        }}
      >
        <span>
          <b>{pair.word}</b>
          <span className={styles['faint']}> · {pair.same ? words.same : words.different}</span>
        </span>
        <span className={styles['figures']}>
          {words.cosine}{' '}
          <FromTo before={unit(before, 3)} after={after === undefined ? undefined : unit(after, 3)} />{' '}
          <span className={styles[rightAfter ? 'good' : 'bad']}>
            {words.verdict(told(rightBefore), rightBefore === rightAfter ? '' : told(rightAfter))}
          </span>
        </span>
      </button>
      {open && <PairSentences pair={pair} />}
    </li>
  );
}

/** Lines of the measured pairs whose place seems to be another word's. */
function elsewhereOf({ asked, result }: Answer<'wic'>): readonly string[] {
  return Array.from(result.measured, (p) => asked.data[p]).flatMap((pair) =>
    pair && pointsElsewhere(pair) ? [String(pair.line)] : [],
  );
}
