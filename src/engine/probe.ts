import type { Tensor } from 'onnxruntime-common';
import type { Random } from '../core/random.ts';
import { BETAS, PROBE, writeProbeGraph } from '../graph/index.ts';
import type { Matrix } from './algebra.ts';
import type { Session } from './encoder.ts';
import type { GraphRuntime } from './graph-runtime.ts';
import { runSession } from './run-session.ts';

/** The paper's set-up, and Adam's usual small number. */
export const PROBE_SETUP = { rate: 1e-3, batch: 128, epochs: 10 } as const;
const EPSILON = 1e-8;
/** Steps in one graph: the state goes into the runtime and back once for all of them. */
const STEPS = 8;

/** Labelled rows to learn from. */
export interface Lessons {
  readonly rows: Matrix;
  /** Class of each row, from 0. */
  readonly labels: Uint32Array;
  readonly classes: number;
}

export interface TrainOptions {
  readonly epochs?: number;
  readonly random: Random;
  /** Weights to begin with, [classes, dims]; drawn uniformly within 1 / sqrt(dims) when left out, as in PyTorch. */
  readonly start?: Float32Array;
  /** Rows of each batch, in place of all rows in a new order each epoch. */
  readonly order?: readonly (readonly number[])[];
  /** Awaited between two calls of the runtime. */
  readonly pause?: () => Promise<void>;
  /** Told after each how much of the training is done, 0 to 1. */
  readonly onShare?: (share: number) => void;
}

/** Trains softmax probes without bias by Adam, on the runtime that the model has. To be released after use. */
export class ProbeTrainer {
  readonly #runtime: GraphRuntime;
  readonly #sessions = new Map<number, Promise<Session>>();

  constructor(runtime: GraphRuntime) {
    this.#runtime = runtime;
  }

  /**
   * @returns weights [classes, dims]
   * @throws TailscopeError("run" | "session"), or what `pause` rejects with
   */
  async train(lessons: Lessons, options: TrainOptions): Promise<Float32Array> {
    const { rows, classes } = lessons;
    const { random, pause, onShare, epochs = PROBE_SETUP.epochs } = options;
    const size = classes * rows.columns;
    const bound = 1 / Math.sqrt(rows.columns);
    let state: State = {
      weights: options.start ?? Float32Array.from({ length: size }, () => (2 * random() - 1) * bound),
      first: new Float32Array(size),
      second: new Float32Array(size),
    };
    const batches = options.order ?? batchesOf(rows.rows, epochs, random);
    for (let from = 0; from < batches.length; from += STEPS) {
      await pause?.();
      state = await this.#steps(lessons, batches.slice(from, from + STEPS), from, state);
      onShare?.(Math.min(1, (from + STEPS) / batches.length));
    }
    return state.weights;
  }

  async release(): Promise<void> {
    const sessions = [...this.#sessions.values()];
    this.#sessions.clear();
    for (const session of sessions) await (await session).release();
  }

  async #steps(
    { rows: { columns, data }, labels, classes }: Lessons,
    batches: readonly (readonly number[])[],
    done: number,
    state: State,
  ): Promise<State> {
    const chosen = batches.flat();
    const rows = new Float32Array(chosen.length * columns);
    for (const [to, row] of chosen.entries())
      rows.set(data.subarray(row * columns, (row + 1) * columns), to * columns);
    const answers = BigInt64Array.from(chosen, (row) => BigInt(labels[row] ?? 0));
    const { Tensor } = this.#runtime;
    const matrix = (values: Float32Array) => new Tensor('float32', values, [classes, columns]);
    const sizes = BigInt64Array.from(batches, ({ length }) => BigInt(length));
    const rates = batches.flatMap(({ length }, i) => ratesOf(done + i + 1, length));
    const feeds = {
      [PROBE.rows]: new Tensor('float32', rows, [chosen.length, columns]),
      [PROBE.labels]: new Tensor('int64', answers, [chosen.length]),
      [PROBE.sizes]: new Tensor('int64', sizes, [batches.length]),
      [PROBE.rates]: new Tensor('float32', Float32Array.from(rates), [rates.length]),
      [PROBE.weights]: matrix(state.weights),
      [PROBE.first]: matrix(state.first),
      [PROBE.second]: matrix(state.second),
    };
    return this.#run(await this.#session(batches.length), feeds);
  }

  async #run(session: Session, feeds: Record<string, Tensor>): Promise<State> {
    const outputs = [PROBE.weightsOut, PROBE.firstOut, PROBE.secondOut];
    return runSession(session, feeds, outputs, async (results) => {
      const read = async (name: string): Promise<Float32Array> => {
        const data = await results[name]?.getData();
        if (!(data instanceof Float32Array)) throw new TypeError('the session returned no matrix');
        return data.slice();
      };
      return {
        weights: await read(PROBE.weightsOut),
        first: await read(PROBE.firstOut),
        second: await read(PROBE.secondOut),
      };
    });
  }

  #session(steps: number): Promise<Session> {
    const known = this.#sessions.get(steps) ?? this.#runtime.create(writeProbeGraph(steps));
    this.#sessions.set(steps, known);
    return known;
  }
}

interface State {
  readonly weights: Float32Array;
  /** Adam's moments, each divided by 1 - beta. */
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** What the graph needs to know of a step. @param step from 1 */
function ratesOf(step: number, rows: number): readonly [number, number, number] {
  const [beta1, beta2] = BETAS;
  const spread = Math.sqrt((1 - beta2) / (1 - beta2 ** step));
  const size = (PROBE_SETUP.rate * (1 - beta1)) / (1 - beta1 ** step) / spread;
  return [1 / rows, size, EPSILON / spread];
}

/** Every row once an epoch, each epoch in a new order; the last batch of one may be smaller. */
function batchesOf(rows: number, epochs: number, random: Random): number[][] {
  const batches: number[][] = [];
  const order = Array.from({ length: rows }, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = rows - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (let from = 0; from < rows; from += PROBE_SETUP.batch)
      batches.push(order.slice(from, from + PROBE_SETUP.batch));
  }
  return batches;
}
