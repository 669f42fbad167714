/** What the client needs of a Worker; tests stand in for it. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

/** Starts the worker; throws where the browser has none. */
export function spawnWorker(): WorkerLike {
  return new Worker(new URL('../engine/worker/worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Calls back when a worker that holds the Web Lock of this name is gone, however it went: a worker
 * that runs out of memory or closes itself fires no event, but its locks come free.
 * @param signal stops watching
 */
export function watchLock(name: string, signal: AbortSignal, onGone: () => void): void {
  if (!('locks' in navigator)) return;
  navigator.locks.request(name, { signal }, onGone).catch(() => {
    // only ever rejected by the signal: the client let go of the worker itself
  });
}
