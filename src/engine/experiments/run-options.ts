import type { PassProgress } from '../../protocol/messages.ts';
import type { CorpusParts } from '../corpus.ts';
import type { Turn } from '../session-queue.ts';

/** How an experiment runs, whatever it measures. */
export interface RunOptions {
  readonly onProgress?: (progress: PassProgress) => void;
  /** Awaited between two session calls; rejecting it ends the experiment. */
  readonly pause?: () => Promise<void>;
  /** Asked after every session call: whether what has been counted is to be the answer. */
  readonly enough?: () => boolean;
  /** A text that remedies are fitted on, in place of the one that is measured. */
  readonly fitOn?: CorpusParts | undefined;
  /** Bytes of vectors to hold at a time. */
  readonly memory?: number;
}

/** Those of a turn on the session. */
export function runOptions(
  turn: Turn,
  onProgress: (progress: PassProgress) => void,
): Required<Pick<RunOptions, 'onProgress' | 'pause' | 'enough'>> {
  return { onProgress, pause: () => turn.pause(), enough: () => turn.enough() };
}
