import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { TailscopeError } from '../core/error.ts';

/** What is needed of onnxruntime's InferenceSession. */
export interface Session {
  /** Those that the graph has; it must be fed all of them and no other. */
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Record<string, Tensor>, outputs: readonly string[]): Promise<InferenceSession.ReturnType>;
  release(): Promise<void>;
}

/**
 * Runs a session once, and lets go of every tensor that went in or came out, whatever goes wrong.
 * @param read takes what is wanted out of the results, whose tensors are gone afterwards
 * @throws TailscopeError("run") when the runtime fails, or `read`
 */
export async function runSession<T>(
  session: Session,
  feeds: Record<string, Tensor>,
  outputs: readonly string[],
  read: (results: InferenceSession.ReturnType) => Promise<T>,
): Promise<T> {
  try {
    const results = await session.run(feeds, outputs);
    try {
      return await read(results);
    } finally {
      for (const result of Object.values(results)) result.dispose();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw TailscopeError.of('run', { message }, error);
  } finally {
    for (const feed of Object.values(feeds)) feed.dispose();
  }
}
