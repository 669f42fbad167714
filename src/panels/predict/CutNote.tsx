import type { ReactNode } from 'react';
import { selectEffectiveCut } from '../../store/derive/effective-cut.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { dimNames } from '../explore/tail-titles.ts';
import styles from './predict.module.css';
import { selectPredictCut } from './questions.ts';

const words = strings.predictView.cut;

/** What is cut in both columns: of the bar, or the tails where nothing is switched there. */
export function CutNote(): ReactNode {
  const dims = dimNames(useApp(selectPredictCut));
  const barred = useApp((state) => selectEffectiveCut(state).length > 0);
  const control = useApp((state) => state.control);
  const explored = useApp((state) => state.before !== undefined);
  if (dims === '') return explored ? <p className={styles['note']}>{words.none}</p> : null;
  const said = barred ? (control ? words.random : words.switched) : words.tails;
  return <p className={styles['note']}>{said(dims)}</p>;
}
