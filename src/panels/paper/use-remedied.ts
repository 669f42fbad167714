import { useMemo } from 'react';
import type { Findings } from '../../paper/findings.ts';
import type { StsResult } from '../../protocol/experiments/sts.ts';
import type { State } from '../../store/state.ts';
import { useApp } from '../../store/use-app.ts';
import type { Ask } from '../../store/use-ask.ts';
import { selectRemedied, treatedScores } from './remedied.ts';
import { useAsked } from './use-asked.ts';

export interface Remedied {
  readonly found: Findings['stsRemedied'];
  /** The three questions as one: what is on its way, and what went wrong. */
  readonly ask: Omit<Ask<'sts'>, 'answer'>;
}

const isWanted = (state: State): boolean => state.paperRuns.includes('whiten');

/** The pairs of sentences after each remedy that is held against the cut. */
export function useRemedied(): Remedied {
  const wanted = useApp(isWanted);
  const whiten = useAsked('sts', useApp(selectRemedied.whiten), wanted);
  const standardize = useAsked('sts', useApp(selectRemedied.standardize), wanted);
  const top = useAsked('sts', useApp(selectRemedied.top), wanted);
  const found = useMemo(
    () => scoresOf([whiten.answer, standardize.answer, top.answer]),
    [whiten.answer, standardize.answer, top.answer],
  );
  const ask = useMemo(() => askedTogether([whiten, standardize, top]), [whiten, standardize, top]);
  return { found, ask };
}

/** Some questions as one: the first that runs is told of, and what is done to one is done to all. */
export function askedTogether(all: readonly Ask<'sts'>[]): Remedied['ask'] {
  const each = (act: 'ask' | 'cancel' | 'pause' | 'resume') => () => {
    for (const one of all) one[act]();
  };
  const running = all.flatMap((one) => one.running ?? []);
  return {
    running: running.find(({ progress }) => progress !== undefined) ?? running[0],
    failure: all.flatMap((one) => one.failure ?? [])[0],
    ask: each('ask'),
    cancel: each('cancel'),
    pause: each('pause'),
    resume: each('resume'),
  };
}

type Answered = StsResult | undefined;

/** Nothing is found before all of them are: the row would be judged, and then change. */
function scoresOf(answers: readonly [whiten: Answered, standardize: Answered, top: Answered]) {
  const [whiten, standardize, top] = answers.map((answer) =>
    answer && !answer.part ? treatedScores(answer) : undefined,
  );
  return whiten && standardize && top && { whiten, standardize, top };
}
