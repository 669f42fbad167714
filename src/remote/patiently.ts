import { TailscopeError } from '../core/error.ts';
import { Passing } from './attempt.ts';
import type { FetchHost } from './host.ts';
import { type Patience, waitBefore } from './retry.ts';

export interface PatientOptions {
  readonly host: Pick<FetchHost, 'sleep'>;
  readonly signal: AbortSignal;
  readonly patience: Patience;
  /** Bytes that are there: where more of them came than before, tries are counted anew. */
  readonly loaded?: () => number;
  /** Told before each wait. */
  readonly waiting?: (seconds: number) => void;
}

/**
 * Does something again while it fails for reasons that pass, with longer waits from try to try.
 * @param once is told how many tries in a row brought nothing; it rejects with Passing where another is worth it
 * @throws TailscopeError what the last Passing stands for, or whatever else `once` throws
 */
export async function patiently<T>(
  once: (tries: number) => Promise<T>,
  { host, signal, patience, loaded = () => 0, waiting }: PatientOptions,
): Promise<T> {
  let tries = 0;
  for (;;) {
    const before = loaded();
    stopIfAborted(signal);
    try {
      return await once(tries);
    } catch (error) {
      stopIfAborted(signal);
      if (!(error instanceof Passing)) throw error;
      tries = loaded() > before ? 1 : tries + 1;
      if (tries >= patience.tries || (error.patience ?? 0) > patience.seconds) throw error.error;
      const seconds = waitBefore(tries, error.patience);
      waiting?.(seconds);
      await host.sleep(seconds, signal);
    }
  }
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw TailscopeError.from(signal.reason);
}
