import type { ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import type { Source } from '../../paper/claims.ts';
import type { PositionProbeResult } from '../../protocol/experiments/position-probe.ts';
import type { DataId } from '../../store/data/experiment-data.ts';
import { partOf, type Trial } from '../../store/trials/trial.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { LeftOut } from '../lab/LeftOut.tsx';
import { measuredOf, type Measured } from '../lab/measured-of.ts';
import styles from './paper.module.css';
import { trialOf } from './sources.ts';

const words = strings.paper.on;

interface MeasuredOnProps {
  readonly source: Source;
  readonly probe: PositionProbeResult | undefined;
  /** Pairs of tokens drawn for it; undefined where it is of all. */
  readonly pairs: number | undefined;
}

/** What the figures of a claim were measured on, and what of it could not be. */
export function MeasuredOn({ source, probe, pairs }: MeasuredOnProps): ReactNode {
  const trial = source === 'whiten' ? 'sts' : trialOf(source);
  const sentences = useApp((state) => state.before?.exploration.sentences ?? 0);
  const trials = useApp((state) => state.trials);
  const measured = trial && measuredIn(trial, trials);
  const own: Readonly<Partial<Record<Source, string | undefined>>> = {
    text: [words.text(sentences), ...(pairs === undefined ? [] : [words.pairs(count(pairs))])].join(' '),
    weights: words.weights,
    cards: `${words.cards} ${words.nothingToRun}`,
    probe: probe && words.probe(probe),
  };
  return (
    <div className={styles['on']}>
      <p>{own[source] ?? (measured ? words.data(measured.counts, measured.name) : '')}</p>
      {measured && <LeftOut missing={measured.missing} truncated={measured.truncated} />}
    </div>
  );
}

function measuredIn<K extends DataId>(
  id: K,
  trials: { readonly [T in K]: Trial<T> },
): (Measured & { readonly name: string }) | undefined {
  const { answer } = trials[id];
  return answer && !partOf(answer) ? { ...measuredOf(id, answer), name: answer.asked.name } : undefined;
}
