import type { ReactNode } from 'react';
import { percent, unit } from '../../charts/scale/format.ts';
import { selectLayer } from '../../store/derive/choice.ts';
import { selectAnisotropy } from '../../store/derive/cosines.ts';
import { selectCutAwaits } from '../../store/derive/cut-awaits.ts';
import { isPlain, selectTreats } from '../../store/treatments.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { useComparison } from '../comparison/use-comparison.ts';
import styles from './CutBar.module.css';

const words = strings.cut;

/** Anisotropy at the chosen layer before and after the cut, and the difference. */
export function CutEffect(): ReactNode {
  const cosines = useApp(selectAnisotropy);
  const layer = useApp(selectLayer);
  const treats = useApp(selectTreats);
  const { beforeName, afterName } = useComparison();
  const plain = useApp(isPlain);
  const running = useApp((state) => state.runningInside ?? state.runningBased);
  const awaits = useApp(selectCutAwaits);
  if (!cosines && !awaits) return null;
  const where = strings.explore.atLayer(layer);
  const before = cosines?.before[layer] ?? NaN;
  const after = cosines?.after?.[layer];
  const pairless = cosines !== undefined && Number.isNaN(before);
  const change = after === undefined || pairless ? undefined : changeText(before, after);
  const progress = running?.progress;
  return (
    <div className={styles['effect']}>
      <p className={styles['effectLabel']}>
        <WithTerms
          text={plain ? words.effect(where) : words.effectOf(words.effect(where), beforeName, afterName)}
          terms={['anisotropy']}
        />
      </p>
      <span className={styles['spoken']} role="status">
        {pairless
          ? words.effectSpokenNone(where)
          : awaits
            ? words.effectAwaited(where, unit(before, 3), running ? words.rerunning : words.awaits[awaits])
            : change === undefined || after === undefined
              ? words.effectWhole(where, unit(before, 3))
              : words.effectSpoken(where, unit(before, 3), unit(after, 3), change)}
      </span>
      <span className={styles['numbers']} aria-hidden>
        <b>{cosines ? unit(before, 3) : '…'}</b>
        {pairless && <span className={styles['change']}>{words.needsTwo}</span>}
        {change !== undefined && after !== undefined && (
          <>
            <span className={styles['arrow']}>→</span>
            <b className={styles['after']}>{unit(after, 3)}</b>
            <span className={styles['change']}>{change}</span>
          </>
        )}
        {!treats && !pairless && <span className={styles['change']}>{words.nothingCut}</span>}
        {awaits && !pairless && (
          <span className={styles['change']}>
            {progress && progress.of > 1
              ? words.running(progress.sentences, progress.of)
              : running
                ? words.rerunning
                : words.awaits[awaits]}
          </span>
        )}
      </span>
    </div>
  );
}

/** "−39 %"; where the whole is about zero or below it, a share of it says nothing: the difference itself. */
function changeText(before: number, after: number): string {
  const difference = after - before;
  if (before < 0.01) return `${difference < 0 ? '−' : '+'}${unit(Math.abs(difference), 3)}`;
  const share = difference / before;
  if (Math.abs(share) < 0.0005) return '±0 %';
  return `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;
}
