import type { PassProgress } from '../../protocol/messages.ts';

/** How an experiment runs, whatever it measures. */
export interface RunOptions {
  readonly onProgress?: (progress: PassProgress) => void;
  /** Awaited between two session calls; rejecting it ends the experiment. */
  readonly pause?: () => Promise<void>;
  /** Bytes of vectors to hold at a time. */
  readonly memory?: number;
}
