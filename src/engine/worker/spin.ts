/** One thread's share of a trial. */
export interface Spin {
  /** [arrived, round], shared by the threads of the trial; zeros at the start. */
  readonly meet: Int32Array<SharedArrayBuffer>;
  readonly threads: number;
  readonly rounds: number;
}

/** Multiplications a round, of all threads together: about a millisecond of one. */
const ROUND = 600_000;

/**
 * Computes as a thread of a matrix product does: rounds of an equal share of the work, each round
 * waiting for the slowest.
 * @returns milliseconds from the first round on, in which all threads had arrived
 */
export function spin({ meet, threads, rounds }: Spin): number {
  work(ROUND); // the compiler's warm-up
  waitForAll(meet, threads, 0);
  const began = performance.now();
  for (let round = 1; round <= rounds; round++) {
    work(ROUND / threads);
    waitForAll(meet, threads, round);
  }
  return performance.now() - began;
}

function work(steps: number): number {
  let x = 1;
  for (let i = 0; i < steps; i++) x = x * 1.0000001 + 1e-9;
  return x;
}

/** A barrier; the last to arrive opens it. It spins, as the runtime's threads do. */
function waitForAll(meet: Int32Array, threads: number, round: number): void {
  if (Atomics.add(meet, 0, 1) === threads - 1) {
    Atomics.store(meet, 0, 0);
    Atomics.store(meet, 1, round + 1);
  } else while (Atomics.load(meet, 1) <= round);
}
