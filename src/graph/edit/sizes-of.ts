import type { ModelConfig } from '../model-config.ts';
import type { EncoderSizes } from './find-encoder.ts';

/** What of a config a graph is held to. */
export function sizesOf(config: ModelConfig): EncoderSizes {
  const { layers, dims, vocabulary, maxPositions, tokenTypes, heads } = config;
  const sizes = { layers, dims, vocabulary, maxPositions, tokenTypes };
  if (config.architecture !== 'mpnet') return sizes;
  return { ...sizes, relative: { rows: config.relativePositions, heads } };
}
