import type { PassProgress } from '../protocol/messages.ts';
import type { Running } from './state.ts';

/** An exploration that begins now. */
export function begun(): Running {
  return { since: performance.now(), progress: undefined, worked: 0, pausedAt: undefined, idle: 0 };
}

export function progressed(running: Running, progress: PassProgress): Running {
  return {
    ...running,
    progress,
    worked: (running.pausedAt ?? performance.now()) - running.since - running.idle,
  };
}

export function paused(running: Running): Running {
  return { ...running, pausedAt: running.pausedAt ?? performance.now() };
}

export function resumed(running: Running): Running {
  const { pausedAt, idle } = running;
  if (pausedAt === undefined) return running;
  return { ...running, pausedAt: undefined, idle: idle + performance.now() - pausedAt };
}

/** Milliseconds of work before a rate is more than chance. */
const TELLING = 1000;

/** Sentences a second; undefined while it is too early to tell. */
export function sentencesASecond({ progress, worked }: Running): number | undefined {
  if (!progress || worked < TELLING) return undefined;
  return (progress.sentences / worked) * 1000;
}
