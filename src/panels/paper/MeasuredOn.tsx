import type { ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import type { Source } from '../../paper/claims.ts';
import type { PositionProbeResult } from '../../protocol/experiments/position-probe.ts';
import type { DataId } from '../../store/data/experiment-data.ts';
import type { Trial } from '../../store/trials/trial.ts';
import { useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { countsOf } from '../lab/counts-of.ts';
import styles from './paper.module.css';
import { trialOf } from './sources.ts';

const words = strings.paper.on;

/** What the figures of a claim were measured on. */
export function MeasuredOn(props: {
  readonly source: Source;
  readonly probe: PositionProbeResult | undefined;
  /** Pairs of tokens drawn for it; undefined where it is of all. */
  readonly pairs: number | undefined;
}): ReactNode {
  const { source, probe, pairs } = props;
  const trial = source === 'whiten' ? 'sts' : trialOf(source);
  const sentences = useApp((state) => state.before?.exploration.sentences ?? 0);
  const data = useApp((state) => (trial ? dataSaid(trial, state) : ''));
  const own: Readonly<Partial<Record<Source, string | undefined>>> = {
    text: [words.text(sentences), ...(pairs === undefined ? [] : [words.pairs(count(pairs))])].join(' '),
    weights: words.weights,
    cards: words.cards,
    probe: probe && words.probe(probe),
  };
  return <span className={styles['on']}>{own[source] ?? data}</span>;
}

function dataSaid<K extends DataId>(
  id: K,
  { trials }: { readonly trials: { readonly [T in K]: Trial<T> } },
): string {
  const { answer } = trials[id];
  return answer ? words.data(countsOf(id, answer.asked.data), answer.asked.name) : '';
}
