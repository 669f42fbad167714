import type { Tensor } from 'onnxruntime-common';
import { PRODUCT, writeGramGraph, writeProductGraph } from '../graph/index.ts';
import type { Session } from './encoder.ts';
import type { GraphRuntime } from './graph-runtime.ts';
import { runSession } from './run-session.ts';

/** A matrix of single precision, row-major. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/**
 * Products of matrices on the model's own runtime, which has kernels for them and threads: plain loops would cost more than
 * the encoder. To be released after use.
 */
export class Algebra {
  readonly #runtime: GraphRuntime;
  readonly #sessions = new Map<() => Uint8Array, Promise<Session>>();

  constructor(runtime: GraphRuntime) {
    this.#runtime = runtime;
  }

  /** left [m, k] times the transpose of right [n, k]: every row of the one with every row of the other, [m, n]. */
  async product(left: Matrix, right: Matrix): Promise<Float32Array> {
    const feeds = { [PRODUCT.left]: this.#tensor(left), [PRODUCT.right]: this.#tensor(right) };
    const product = await this.#run(writeProductGraph, feeds);
    return product instanceof Float32Array ? product : wrongType();
  }

  /** The products of every column with every other, [k, k], in float64. */
  async gram(left: Matrix): Promise<Float64Array> {
    const gram = await this.#run(writeGramGraph, { [PRODUCT.left]: this.#tensor(left) });
    return gram instanceof Float64Array ? gram : wrongType();
  }

  async release(): Promise<void> {
    const sessions = [...this.#sessions.values()];
    this.#sessions.clear();
    for (const session of sessions) await (await session).release();
  }

  #tensor({ rows, columns, data }: Matrix): Tensor {
    return new this.#runtime.Tensor('float32', data, [rows, columns]);
  }

  /** @throws TailscopeError("run" | "session") */
  async #run(write: () => Uint8Array, feeds: Record<string, Tensor>): Promise<Tensor.DataType> {
    let session = this.#sessions.get(write);
    if (!session) {
      session = this.#runtime.create(write());
      this.#sessions.set(write, session);
    }
    return runSession(
      await session,
      feeds,
      [PRODUCT.out],
      async (results) => (await results[PRODUCT.out]?.getData()) ?? wrongType(),
    );
  }
}

function wrongType(): never {
  throw new TypeError('the session returned no matrix');
}
