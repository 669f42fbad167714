import { embeddings } from '../embeddings.ts';
import type { Value } from '../graph-builder.ts';
import { INPUT } from '../interface.ts';
import type { MpnetConfig } from '../model-config.ts';
import type { Scope } from '../scope.ts';
import type { Architecture } from './architecture.ts';
import { FURTHEST, relativeBucket } from './relative-bucket.ts';
import { ROBERTA_HEAD } from './roberta.ts';

/** Absolute positions as RoBERTa has them, and in every layer the same bias by how far two tokens are apart. */
export function mpnet(config: MpnetConfig): Architecture {
  return {
    prefix: 'mpnet.',
    embeddings: (scope) => embeddings(scope, config),
    block: (at, layer) => {
      const name = `${at}encoder.layer.${layer}`;
      return {
        query: `${name}.attention.attn.q`,
        key: `${name}.attention.attn.k`,
        value: `${name}.attention.attn.v`,
        attentionOut: `${name}.attention.attn.o`,
        attentionNorm: `${name}.attention.LayerNorm`,
        widen: `${name}.intermediate.dense`,
        narrow: `${name}.output.dense`,
        outputNorm: `${name}.output.LayerNorm`,
      };
    },
    attentionBias: (scope, padding) => scope.graph.node('Add', [padding, relativeBias(scope, config)]),
    head: ROBERTA_HEAD,
  };
}

/**
 * The bias between every two places of a sentence, [heads, length, length]. It goes by places in the
 * input, not by `position_ids`, as in transformers; `position_scale` scales it with the other embeddings
 * of positions.
 */
function relativeBias({ graph, at }: Scope, config: MpnetConfig): Value {
  const name = `${at}encoder.relative_attention_bias.weight`;
  const table = graph.weight([name], [config.relativePositions, config.heads]);
  const length = graph.node('Gather', [graph.node('Shape', [INPUT.ids]), graph.ints(1)]);
  const places = graph.node('Range', [graph.ints(0), length, graph.ints(1)]);
  const keys = graph.node('Unsqueeze', [places, graph.ints([0])]);
  const queries = graph.node('Unsqueeze', [places, graph.ints([1])]);
  const far = graph.node('Sub', [keys, queries]);
  const distance = graph.node('Clip', [far, graph.ints(-FURTHEST), graph.ints(FURTHEST)]);
  const buckets = graph.ints(
    Array.from({ length: 2 * FURTHEST + 1 }, (_, i) => relativeBucket(i - FURTHEST)),
  );
  const bucket = graph.node('Gather', [buckets, graph.node('Add', [distance, graph.ints(FURTHEST)])]);
  const byHead = graph.node('Transpose', [table]);
  const bias = graph.node('Gather', [byHead, bucket], { attributes: { axis: { int: 1 } } });
  return graph.node('Mul', [bias, INPUT.positionScale]);
}
