import type { Checkpoint } from '../checkpoint/index.ts';
import type { GraphOptions } from '../graph/index.ts';
import type { Encoder } from './encoder.ts';

/** Opens the checkpoint of a loaded model once more: for the values of its weights, and with more parts of its graph. */
export interface Reopen {
  /**
   * @param read given the checkpoint, whose files are closed when it is done
   * @throws TailscopeError as opening a checkpoint does
   */
  checkpoint<T>(read: (checkpoint: Checkpoint) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /**
   * A second session, to be released.
   * @throws TailscopeError("no-masked-words" | "session" | ...)
   */
  encoder(options: GraphOptions, signal?: AbortSignal): Promise<Encoder>;
}
