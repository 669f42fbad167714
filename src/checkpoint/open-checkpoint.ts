import { TailscopeError } from '../core/error.ts';
import { writeGraph, type GraphOptions, type ModelConfig, type WeightTable } from '../graph/index.ts';
import { largestTokenId } from '../text/index.ts';
import type { ByteFile } from './byte-file.ts';
import { readCard, type Card } from './card.ts';
import { findFile, requireFile } from './find-file.ts';
import { readJson } from './json-file.ts';
import { readModelConfig } from './model-config-file.ts';
import { openWeights } from './open-weights.ts';

/** A model ready to be run: everything but its weights, which stay in their files. */
export interface Checkpoint {
  readonly config: ModelConfig;
  readonly weights: WeightTable;
  /** The files whose bytes the runtime is given, each under its base name: the locations of `weights`. */
  readonly weightsFiles: readonly ByteFile[];
  readonly tokenizer: { readonly json: unknown; readonly config: unknown };
  /** An ONNX ModelProto, see writeGraph. */
  readonly graph: Uint8Array<ArrayBuffer>;
  /** Numbers in all floating-point tensors, heads included. */
  readonly parameters: number;
  readonly card: Card | undefined;
}

const MOST_CONFIG_BYTES = 2 ** 20;
/** The largest vocabularies in use (256,000 pieces) take 35 MB. */
const MOST_TOKENIZER_BYTES = 2 ** 26;

/**
 * Opens a checkpoint from its files: config.json, model.safetensors or the shards of one, and
 * tokenizer.json, and if they are there tokenizer_config.json and card.json. Of the weights only headers
 * are read.
 * @param options what its graph has besides the encoder
 * @throws TailscopeError with a code that says which file, key or tensor does not fit and how
 */
export async function openCheckpoint(
  files: readonly ByteFile[],
  signal?: AbortSignal,
  options: GraphOptions = {},
): Promise<Checkpoint> {
  const configFile = requireFile(files, 'config.json');
  const tokenizerFile = requireFile(files, 'tokenizer.json');
  const tokenizerConfigFile = findFile(files, 'tokenizer_config.json');
  const cardFile = findFile(files, 'card.json');

  const config = readModelConfig(await readJson(configFile, MOST_CONFIG_BYTES, signal));
  const { weights, weightsFiles } = await openWeights(files, signal);
  const graph = writeGraph(config, weights, options);

  const json = await readJson(tokenizerFile, MOST_TOKENIZER_BYTES, signal);
  const largest = largestTokenId(json);
  if (largest >= config.vocabulary)
    throw TailscopeError.of('tokenizer-mismatch', { largest, vocabulary: config.vocabulary });
  const tokenizerConfig =
    tokenizerConfigFile && (await readJson(tokenizerConfigFile, MOST_CONFIG_BYTES, signal));
  const card = cardFile && (await readCard(cardFile, signal));
  return {
    config,
    weights,
    weightsFiles,
    tokenizer: { json, config: tokenizerConfig },
    graph,
    parameters: countParameters(weights),
    card,
  };
}

function countParameters(weights: WeightTable): number {
  let total = 0;
  for (const { dtype, shape } of weights.values())
    if (dtype.startsWith('F') || dtype === 'BF16')
      total += shape.reduce((product, size) => product * size, 1);
  return total;
}
