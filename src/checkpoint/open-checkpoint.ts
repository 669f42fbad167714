import { TailscopeError } from '../core/error.ts';
import {
  layerParts,
  writeGraph,
  type GraphOptions,
  type ModelConfig,
  type TensorEntry,
  type WeightTable,
} from '../graph/index.ts';
import { largestTokenId } from '../text/index.ts';
import type { ByteFile } from './byte-file.ts';
import { readCard, type Card } from './card.ts';
import { findFile, requireFile } from './find-file.ts';
import { readJson } from './json-file.ts';
import { missingShard } from './missing-shard.ts';
import { readModelConfig } from './model-config-file.ts';
import { chooseWeights } from './choose-weights.ts';
import { openExport, type OpenExport } from './open-export.ts';
import { openWeights } from './open-weights.ts';
import { WHOLE } from './weights-names.ts';

/** A model ready to be run: everything but its weights, which stay in their files. */
export interface Checkpoint {
  readonly config: ModelConfig;
  /** The tensors of safetensors; an export's have no names to find them by, so of one there are none here. */
  readonly weights: WeightTable;
  /** The file that it was opened with, by its path; of weights in several files their index. */
  readonly weightsName: string;
  /** Paths of what it might have been opened with instead. */
  readonly otherWeights: readonly string[];
  /** The files whose bytes the runtime is given, each under its base name. */
  readonly weightsFiles: readonly ByteFile[];
  /** Whether weights are rounded to integers, so that its hidden states are near the model's and not its own. */
  readonly approximate: boolean;
  /** Whether it computes in float16: an export may; weights of safetensors are widened first, whatever they are. */
  readonly halfPrecision: boolean;
  readonly tokenizer: { readonly json: unknown; readonly config: unknown };
  /** An ONNX ModelProto, see writeGraph, and for exports editExport. */
  readonly graph: Uint8Array<ArrayBuffer>;
  /** The same for graphics devices; see GraphOptions. */
  readonly graphicsGraph: Uint8Array<ArrayBuffer>;
  /** The graph in parts, to be run one after another; see layerParts. Of a small network or an export one, the graph. */
  readonly graphParts: readonly PartialGraph[];
  /** Numbers in all floating-point tensors of safetensors, heads included; of an export in all that is used. */
  readonly parameters: number;
  readonly card: Card | undefined;
}

/** A ModelProto, and what of the weights it reads; all of them when that is left out. */
export interface PartialGraph {
  readonly graph: Uint8Array<ArrayBuffer>;
  readonly tensors?: readonly TensorEntry[];
}

const MOST_CONFIG_BYTES = 2 ** 20;
/** The largest vocabularies in use (256,000 pieces) take 35 MB. */
const MOST_TOKENIZER_BYTES = 2 ** 26;

export interface OpenOptions extends GraphOptions {
  /** The weights to open it with, by their path or its last part. */
  readonly weights?: string;
  /** How large layers must be together for the graph to come in parts; for tests, since such a network is large. */
  readonly leastBytes?: number;
}

/**
 * Opens a checkpoint from its files: config.json, tokenizer.json, model.safetensors or the shards of one
 * or an ONNX export, and if they are there tokenizer_config.json and card.json. Of the weights only
 * headers are read.
 * @throws TailscopeError with a code that says which file, key or tensor does not fit and how
 */
export async function openCheckpoint(
  files: readonly ByteFile[],
  signal?: AbortSignal,
  options: OpenOptions = {},
): Promise<Checkpoint> {
  const configFile = requireFile(files, 'config.json');
  const tokenizerFile = requireFile(files, 'tokenizer.json');
  const tokenizerConfigFile = findFile(files, 'tokenizer_config.json');
  const cardFile = findFile(files, 'card.json');

  const config = readModelConfig(await readJson(configFile, MOST_CONFIG_BYTES, signal));
  const chosen = chooseWeights(files, options.weights);
  const weightsFile = chosen?.file ?? requireFile(files, missingShard(files) ?? WHOLE);
  const opened =
    chosen?.format === 'onnx'
      ? await openExport(weightsFile, files, config, options, signal)
      : await openWritten(files, config, options, signal);

  const json = await readJson(tokenizerFile, MOST_TOKENIZER_BYTES, signal);
  const largest = largestTokenId(json);
  if (largest >= config.vocabulary)
    throw TailscopeError.of('tokenizer-mismatch', { largest, vocabulary: config.vocabulary });
  const tokenizerConfig =
    tokenizerConfigFile && (await readJson(tokenizerConfigFile, MOST_CONFIG_BYTES, signal));
  const card = cardFile && (await readCard(cardFile, signal));
  return {
    weights: new Map(),
    graphicsGraph: opened.graph,
    graphParts: [{ graph: opened.graph }],
    ...opened,
    config,
    weightsName: weightsFile.name,
    otherWeights: chosen?.others ?? [],
    tokenizer: { json, config: tokenizerConfig },
    card,
  };
}

/** A graph written around safetensors. */
async function openWritten(
  files: readonly ByteFile[],
  config: ModelConfig,
  options: OpenOptions,
  signal: AbortSignal | undefined,
): Promise<OpenExport & Pick<Checkpoint, 'weights' | 'graphicsGraph' | 'graphParts'>> {
  const { weights, weightsFiles } = await openWeights(files, signal);
  const graph = writeGraph(config, weights, options);
  // a head that shares the table of words would have it twice
  const whole = options.maskedWords === true || options.terms === true;
  const parts = whole ? [] : layerParts(config, weights, options.leastBytes);
  return {
    weights,
    graph,
    graphParts:
      parts.length < 2 ? [{ graph }] : parts.map((part) => writePart(config, weights, { ...options, part })),
    graphicsGraph: writeGraph(config, weights, { ...options, graphics: true }),
    weightsFiles,
    approximate: false,
    halfPrecision: false,
    parameters: countParameters(weights),
  };
}

function writePart(config: ModelConfig, weights: WeightTable, options: GraphOptions): PartialGraph {
  const table = new WatchedTable(weights);
  const graph = writeGraph(config, table, options);
  return { graph, tensors: [...table.asked] };
}

/** Notes which of its tensors are asked for. */
class WatchedTable extends Map<string, TensorEntry> {
  readonly asked = new Set<TensorEntry>();

  override get(name: string): TensorEntry | undefined {
    const entry = super.get(name);
    if (entry) this.asked.add(entry);
    return entry;
  }
}

function countParameters(weights: WeightTable): number {
  let total = 0;
  for (const { dtype, shape } of weights.values())
    if (dtype.startsWith('F') || dtype === 'BF16')
      total += shape.reduce((product, size) => product * size, 1);
  return total;
}
