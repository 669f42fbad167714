import type { TensorConstructor } from 'onnxruntime-common';
import type { Session } from './encoder.ts';

/** The runtime that a model runs in, for graphs other than its own: products of matrices and the like. */
export interface GraphRuntime {
  readonly Tensor: TensorConstructor;
  /**
   * A session of a ModelProto; runs of all sessions must not overlap.
   * @throws TailscopeError("session")
   */
  create(graph: Uint8Array): Promise<Session>;
}
