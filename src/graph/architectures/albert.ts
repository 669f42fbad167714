import { embeddings, project } from '../embeddings.ts';
import type { AlbertConfig } from '../model-config.ts';
import type { Architecture } from './architecture.ts';

/** Narrow embeddings, projected; layers that share their weights. */
export function albert(config: AlbertConfig): Architecture {
  const { layers, groups } = config;
  return {
    prefix: 'albert.',
    embeddings: (scope) => {
      const narrow = embeddings(scope, config);
      return project(scope, config, narrow, `${scope.at}encoder.embedding_hidden_mapping_in`);
    },
    block: (at, layer) => {
      const group = Math.floor(layer / (layers / groups));
      const name = `${at}encoder.albert_layer_groups.${group}.albert_layers.0`;
      return {
        query: `${name}.attention.query`,
        key: `${name}.attention.key`,
        value: `${name}.attention.value`,
        attentionOut: `${name}.attention.dense`,
        attentionNorm: `${name}.attention.LayerNorm`,
        widen: `${name}.ffn`,
        narrow: `${name}.ffn_output`,
        outputNorm: `${name}.full_layer_layer_norm`,
      };
    },
    head: {
      dense: 'predictions.dense',
      activation: config.activation,
      norm: 'predictions.LayerNorm',
      decoder: 'predictions.decoder',
      bias: 'predictions.bias',
    },
  };
}
