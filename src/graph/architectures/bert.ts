import { embeddings } from '../embeddings.ts';
import type { BlockNames } from '../encoder-block.ts';
import type { BertConfig } from '../model-config.ts';
import type { Architecture } from './architecture.ts';

export function bert(config: BertConfig): Architecture {
  return {
    prefix: 'bert.',
    embeddings: (scope) => embeddings(scope, config),
    block: bertBlock,
    head: {
      dense: 'cls.predictions.transform.dense',
      activation: config.activation,
      norm: 'cls.predictions.transform.LayerNorm',
      decoder: 'cls.predictions.decoder',
      bias: 'cls.predictions.bias',
    },
  };
}

/** The names that RoBERTa and ELECTRA took over. */
export function bertBlock(at: string, layer: number): BlockNames {
  const name = `${at}encoder.layer.${layer}`;
  return {
    query: `${name}.attention.self.query`,
    key: `${name}.attention.self.key`,
    value: `${name}.attention.self.value`,
    attentionOut: `${name}.attention.output.dense`,
    attentionNorm: `${name}.attention.output.LayerNorm`,
    widen: `${name}.intermediate.dense`,
    narrow: `${name}.output.dense`,
    outputNorm: `${name}.output.LayerNorm`,
  };
}
