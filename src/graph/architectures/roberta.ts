import { embeddings } from '../embeddings.ts';
import type { HeadNames } from '../masked-words.ts';
import type { RobertaConfig } from '../model-config.ts';
import type { Architecture } from './architecture.ts';
import { bertBlock } from './bert.ts';

/** BERT with other position ids (see `firstPosition`) and another head. */
export function roberta(config: RobertaConfig): Architecture {
  return {
    prefix: 'roberta.',
    embeddings: (scope) => embeddings(scope, config),
    block: bertBlock,
    head: ROBERTA_HEAD,
  };
}

/** MPNet's, too. Its activation is gelu whatever the config says of the layers'. */
export const ROBERTA_HEAD: HeadNames = {
  dense: 'lm_head.dense',
  activation: 'gelu',
  norm: 'lm_head.layer_norm',
  decoder: 'lm_head.decoder',
  bias: 'lm_head.bias',
};
