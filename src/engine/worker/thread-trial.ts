import type { Spin } from './spin.ts';

/** About 25 ms of one thread: several time slices of the system, so that a busy core shows. */
const ROUNDS = 25;
/** More than one thread must be this much faster to be worth their memory and heat. */
const GAIN = 1.15;
/** Past this many, threads of a small network wait for one another more than they compute. */
const MOST = 8;
/** A trial takes a tenth of this; a machine that needs longer has no core to spare. */
const PATIENCE_MS = 2000;

/**
 * How many threads the runtime should be given. The number of cores says little: with one core busy
 * elsewhere, two WASM threads are half as fast as one. So 1, 2, 4 and 8 threads (as far as there are
 * cores) do the same work in rounds that end with the slowest, as the runtime's threads do.
 */
export async function findThreads(
  cores: number,
  time: (threads: number) => Promise<number> = timeThreads,
): Promise<number> {
  let best = 1;
  let bestTime = Infinity;
  for (let threads = 1; threads <= Math.min(cores, MOST); threads *= 2) {
    const took = await time(threads);
    if (threads > 1 && !(took * GAIN < bestTime)) break;
    best = threads;
    bestTime = took;
  }
  return best;
}

/** Milliseconds that so many threads take; Infinity where they could not be had in time. */
async function timeThreads(threads: number): Promise<number> {
  const meet = new Int32Array(new SharedArrayBuffer(8));
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./spinner.ts', import.meta.url), { type: 'module' }),
  );
  const late = new Promise<number>((resolve) => setTimeout(resolve, PATIENCE_MS, Infinity));
  try {
    const all = workers.map((worker) => timeOne(worker, { meet, threads, rounds: ROUNDS }));
    const slowest = Promise.all(all).then((times) => Math.max(...times));
    return await Promise.race([slowest, late]);
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

function timeOne(worker: Worker, spin: Spin): Promise<number> {
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number>) => {
      resolve(data);
    });
    worker.addEventListener('error', () => {
      resolve(Infinity);
    });
    worker.postMessage(spin);
  });
}
