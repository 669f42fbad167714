import type { ReactNode } from 'react';
import type { Judged } from '../../paper/judged.ts';
import { DATA_IDS } from '../../store/data/experiment-data.ts';
import { selectEffectiveCut } from '../../store/derive/effective-cut.ts';
import { PAPER_RUNS } from '../../store/link/paper-codec.ts';
import { useActions, useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { dimNames } from '../explore/tail-titles.ts';
import styles from './paper.module.css';
import { tailsToCut } from './sources.ts';
import type { ShownFindings } from './use-findings.ts';

const words = strings.paper;

/** How many claims hold, what is cut, and the way to measure all. */
export function PaperHead(props: {
  readonly judged: readonly Judged[];
  readonly shown: ShownFindings;
}): ReactNode {
  const { judged, shown } = props;
  const { cutAll, runForPaper, stopForPaper } = useActions();
  const { trials } = useAppHandle();
  const cut = useApp(selectEffectiveCut);
  const inside = useApp(({ where }) => where === 'inside');
  const control = useApp((state) => state.control);
  const trialRuns = useApp((state) => DATA_IDS.some((id) => state.trials[id].running !== undefined));
  const running = trialRuns || [shown.probe, shown.remedied].some((ask) => ask.running !== undefined);
  const tails = tailsToCut(shown.findings);
  const strange = tails.length === 0 ? [] : cut.filter((dim) => !tails.includes(dim));
  const count = (...verdicts: readonly Judged['verdict'][]): number =>
    judged.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const open = count('not-run', 'uncut');
  const cutTails = (): void => {
    if (cut.length === 0) cutAll(tails);
  };
  return (
    <div className={styles['head']}>
      <p role="status">
        <b>{words.counted({ agrees: count('agrees'), differs: count('differs'), open })}</b>{' '}
        {cut.length > 0 ? words.cutWith(dimNames(cut), inside) : tails.length > 0 ? words.cutNeeded : ''}{' '}
        {control
          ? words.controlNote
          : strange.length > 0 && words.notTails(dimNames(strange), dimNames(tails))}
      </p>
      <div className={styles['buttons']}>
        {running ? (
          <Button
            onClick={() => {
              for (const id of DATA_IDS) trials[id].cancel();
              stopForPaper('probe');
              stopForPaper('whiten');
              shown.probe.cancel();
              shown.remedied.cancel();
            }}
          >
            {words.stopAll}
          </Button>
        ) : (
          open > 0 && (
            <Button
              look="strong"
              onClick={() => {
                cutTails();
                runForPaper(PAPER_RUNS);
              }}
            >
              {words.runAll}
            </Button>
          )
        )}
        {cut.length === 0 && tails.length > 0 && (
          <Button onClick={cutTails}>{words.cutFirst(dimNames(tails))}</Button>
        )}
      </div>
    </div>
  );
}
