import { embeddings, project } from '../embeddings.ts';
import type { ElectraConfig } from '../model-config.ts';
import type { Architecture } from './architecture.ts';
import { bertBlock } from './bert.ts';

/** BERT whose embeddings are projected to the width of its layers where that is another. */
export function electra(config: ElectraConfig): Architecture {
  return {
    prefix: 'electra.',
    embeddings: (scope) => {
      const narrow = embeddings(scope, config);
      if (config.embeddingDims === config.dims) return narrow;
      return project(scope, config, narrow, `${scope.at}embeddings_project`);
    },
    block: bertBlock,
    // only the generator has one; the discriminator's head tells words apart, it does not guess them
    head: {
      dense: 'generator_predictions.dense',
      activation: 'gelu',
      norm: 'generator_predictions.LayerNorm',
      decoder: 'generator_lm_head',
      bias: 'generator_lm_head.bias',
    },
  };
}
