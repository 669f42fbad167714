import type { ReactNode } from 'react';
import type { Source } from '../../paper/claims.ts';
import { useActions, useApp } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { TrialStatus } from '../lab/TrialStatus.tsx';
import { AskBar, AskStatus } from '../origins/AskStatus.tsx';
import { runsFor, trialOf } from './sources.ts';
import type { ShownFindings } from './use-findings.ts';

const words = strings.paper;

/** The way to measure what a claim is about, and how far that is. */
export function RunPart(props: {
  readonly source: Source;
  readonly shown: ShownFindings;
  readonly told: boolean;
}): ReactNode {
  const { source, shown, told } = props;
  const { runForPaper, stopForPaper } = useActions();
  const asked = useApp(({ paperRuns }) => runsFor(source).every((run) => paperRuns.includes(run)));
  const runs = runsFor(source);
  const trial = trialOf(source);
  if (!asked)
    return (
      <Button
        onClick={() => {
          runForPaper(runs);
        }}
      >
        {words.run}
      </Button>
    );
  if (told) return <p>{words.running}</p>;
  if (trial) return <TrialStatus id={trial} what={strings.lab.data.what[trial]} parts={false} />;
  if (source === 'weights') return <AskStatus ask={shown.weights} />;
  if (source !== 'probe' && source !== 'whiten') return <p>{words.running}</p>;
  const ask = source === 'probe' ? shown.probe : shown.remedied;
  const onCancel = (): void => {
    // no longer wanted before it stops: what is wanted and not there is asked again
    stopForPaper(source);
    ask.cancel();
  };
  return source === 'probe' ? (
    <AskBar ask={shown.probe} label={strings.originsView.probe.titleIdle} onCancel={onCancel} />
  ) : (
    <AskBar
      ask={shown.remedied}
      label={strings.lab.run.label(strings.lab.data.what.sts)}
      onCancel={onCancel}
    />
  );
}
