import { embeddings } from '../embeddings.ts';
import type { DistilBertConfig } from '../model-config.ts';
import type { Architecture } from './architecture.ts';

/** BERT without token types, under other names. */
export function distilbert(config: DistilBertConfig): Architecture {
  return {
    prefix: 'distilbert.',
    embeddings: (scope) => embeddings(scope, config),
    block: (at, layer) => {
      const name = `${at}transformer.layer.${layer}`;
      return {
        query: `${name}.attention.q_lin`,
        key: `${name}.attention.k_lin`,
        value: `${name}.attention.v_lin`,
        attentionOut: `${name}.attention.out_lin`,
        attentionNorm: `${name}.sa_layer_norm`,
        widen: `${name}.ffn.lin1`,
        narrow: `${name}.ffn.lin2`,
        outputNorm: `${name}.output_layer_norm`,
      };
    },
    head: {
      dense: 'vocab_transform',
      activation: config.activation,
      norm: 'vocab_layer_norm',
      decoder: 'vocab_projector',
      bias: 'vocab_projector.bias',
    },
  };
}
