import { InferenceSession, Tensor } from 'onnxruntime-node';
import { TailscopeError } from '../../core/error.ts';
import type { GraphRuntime } from '../index.ts';

/** onnxruntime-node, with this many threads a session. */
export function nodeRuntime(threads: number): GraphRuntime {
  return {
    Tensor,
    create: async (graph) => {
      try {
        return await InferenceSession.create(graph, {
          intraOpNumThreads: threads,
          logSeverityLevel: 3,
          enableMemPattern: false,
        });
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        throw TailscopeError.of('session', { model: 'tailscope', message }, cause);
      }
    },
  };
}
