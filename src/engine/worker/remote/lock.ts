import { TailscopeError } from '../../../core/error.ts';

/** What waits here for work under the same name, where the browser has no locks. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Does something while nobody else does something under the same name: no other call here, and no other
 * tab.
 * @param onQueued told when it has to wait for another
 * @throws TailscopeError("cancelled") while waiting, or what the work throws
 */
export async function alone<T>(
  name: string,
  signal: AbortSignal,
  onQueued: () => void,
  work: () => Promise<T>,
): Promise<T> {
  // absent outside secure contexts, whatever its type says
  const { locks } = navigator as { readonly locks?: LockManager };
  const there = turns.get(name);
  if (there) onQueued();
  const turn = (there ?? Promise.resolve()).then(async () => {
    if (signal.aborted) throw TailscopeError.from(signal.reason);
    if (!locks) return work();
    const free = await locks.request(name, { ifAvailable: true }, async (lock) =>
      lock ? { result: await work() } : undefined,
    );
    if (free) return free.result;
    onQueued();
    return locks.request(name, { signal }, work).catch((error: unknown) => {
      throw signal.aborted ? TailscopeError.from(signal.reason) : error;
    });
  });
  const settled = turn.catch(() => undefined);
  turns.set(name, settled);
  try {
    return await turn;
  } finally {
    if (turns.get(name) === settled) turns.delete(name);
  }
}
