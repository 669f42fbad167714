import { useEffect, useState, type ReactNode } from 'react';
import { count } from '../../charts/scale/format.ts';
import { vectorsOf } from '../../store/derive/drawn.ts';
import type { Exploration } from '../../protocol/exploration.ts';
import type { Running } from '../../store/state.ts';
import { selectTextOverLink } from '../../store/link/over-link.ts';
import { MOST_TYPED_LINES, selectBrokenLines, selectLinesOver } from '../../store/text.ts';
import { sentencesASecond } from '../../store/running.ts';
import { selectLineOf } from '../../store/text-places.ts';
import { isLong, selectNothingToMeasure, selectOlder, selectWanted } from '../../store/wanted.ts';
import { useApp, useAppHandle } from '../../store/use-app.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { WithTerms } from '../../ui/term/WithTerms.tsx';
import { PassBar } from '../pass-bar/PassBar.tsx';
import styles from './TextPanel.module.css';

const words = strings.explore.text;
/** Milliseconds after which a person wonders: before that, "computing" would only flicker. */
const PATIENCE = 300;
/** Lines named of those that are too long. */
const MOST_LINES = 5;

/** What became of the text: measured, under way, too long, empty, failed. Each with what to do about it. */
export function TextStatus(): ReactNode {
  const exploration = useApp((state) => state.before?.exploration);
  const nothing = useApp(selectNothingToMeasure);
  const awaited = useApp((state) => state.file !== undefined && state.file.content === undefined);
  const over = useApp(selectLinesOver);
  const broken = useApp(selectBrokenLines);
  const failure = useApp((state) => state.failure);
  const older = useApp(selectOlder);
  const lineOf = useApp(selectLineOf);
  const loading = useApp((state) => state.model.kind === 'loading');
  const stopped = useApp((state) => state.stopped);
  const overLink = useApp(selectTextOverLink);
  const { retryExploration } = useAppHandle();
  const late = useLateRun();
  const part = exploration && !older && !late && exploration.sentences < exploration.of;
  const lines: ReactNode[] = [];
  if (nothing && !awaited) lines.push(exploration ? words.empty : words.emptyFirst);
  if (over > 0) lines.push(words.tooMany(count(over), MOST_TYPED_LINES));
  if (overLink) lines.push(words.overLink);
  if (broken.length > 0)
    lines.push(words.broken(broken.slice(0, MOST_LINES), Math.max(0, broken.length - MOST_LINES)));
  if (exploration && !older) lines.push(...remarks(exploration, lineOf));
  if (!nothing && loading && (older || !exploration)) lines.push(words.loading);
  return (
    <div className={styles['status']}>
      {/* one after the other in the same place: what stands below must not move while it is pointed at */}
      <div className={styles['measured']}>
        {late ? (
          <Progress running={late} />
        ) : (
          exploration &&
          !nothing && (
            <p className={styles['counted']}>
              <WithTerms
                text={words.counted(count(exploration.sentences), count(vectorsOf(exploration)))}
                terms={['token']}
              />
            </p>
          )
        )}
      </div>
      <div role="status">
        {lines.map((line, i) => (
          <p key={i} className={styles['remark']}>
            {line}
          </p>
        ))}
      </div>
      {part && (
        <div role="status" className={styles['progress']}>
          <p>{words.part(count(exploration.sentences), count(exploration.of))}</p>
          <Button onClick={retryExploration}>{words.all}</Button>
        </div>
      )}
      {stopped && (
        <div role="status" className={styles['progress']}>
          <p>{words.cancelled(exploration !== undefined && older)}</p>
          <Button onClick={retryExploration}>{words.again}</Button>
        </div>
      )}
      {failure && (
        <div role="alert" className={styles['failure']}>
          <p>
            {failure.sentence} {failure.remedy} {exploration && words.failed}
          </p>
          <Button onClick={retryExploration}>{strings.shell.tryAgain}</Button>
        </div>
      )}
    </div>
  );
}

function remarks(exploration: Exploration, lineOf: (sentence: number) => number): readonly string[] {
  const { truncated, unknown, sentences, pairs } = exploration;
  const [first, ...more] = truncated;
  const said: string[] = [];
  if (first && more.length === 0)
    said.push(words.truncated(lineOf(first.sentence), count(first.tokens), count(first.kept)));
  if (first && more.length > 0) {
    const lines = truncated.slice(0, MOST_LINES).map(({ sentence }) => lineOf(sentence));
    const rest = count(truncated.length - lines.length);
    said.push(words.truncatedMany(count(truncated.length), lines, rest, first.kept));
  }
  if (unknown > 0) said.push(words.unknown(count(unknown), unknown === 1));
  if (pairs.sample.left.length === 0) said.push(words.oneToken);
  else if (sentences === 1) said.push(words.oneSentence);
  return said;
}

/** The exploration under way, once it takes long enough to be noticed. */
function useLateRun(): Running | undefined {
  const running = useApp((state) => state.running);
  const [late, setLate] = useState<number>();
  const since = running?.since;
  useEffect(() => {
    if (since === undefined) return undefined;
    const timer = setTimeout(() => {
      setLate(since);
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
    };
  }, [since]);
  return late === since ? running : undefined;
}

/** How far a text is measured, how fast, and what can be done about it. */
function Progress({ running }: { readonly running: Running }): ReactNode {
  const { cancelExploration, pauseExploration, resumeExploration } = useAppHandle();
  const long = useApp((state) => isLong(selectWanted(state)));
  const { progress, pausedAt } = running;
  const steers = long && progress !== undefined;
  const said = progress ? words.progress(count(progress.sentences), count(progress.of)) : words.older;
  return (
    <PassBar
      narrow
      progress={
        progress && {
          done: progress.sentences,
          of: progress.of,
          rate: long ? sentencesASecond(running) : undefined,
          said,
        }
      }
      waiting={words.older}
      label={said}
      paused={pausedAt !== undefined}
      pausedText={words.paused}
      onPause={steers ? pauseExploration : undefined}
      onResume={resumeExploration}
      // the same: of a long pass, what was counted stays
      onKeep={steers ? cancelExploration : undefined}
      onCancel={steers ? undefined : cancelExploration}
    />
  );
}
