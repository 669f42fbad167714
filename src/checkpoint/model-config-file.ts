import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';
import type { EncoderConfig, ModelConfig } from '../graph/index.ts';
import { clip } from './clip.ts';
import {
  AlbertKeys,
  BertKeys,
  DistilBertKeys,
  ElectraKeys,
  invalid,
  MpnetKeys,
  readActivation,
  readKeys,
} from './config-keys.ts';

/** How each value of model_type is read. */
const READERS = {
  bert: (json) => ({ architecture: 'bert', ...fromBert(readKeys(BertKeys, json)) }),
  roberta: readRoberta,
  'xlm-roberta': readRoberta,
  camembert: readRoberta,
  distilbert: (json) => ({ architecture: 'distilbert', ...fromDistilBert(readKeys(DistilBertKeys, json)) }),
  electra: (json) => {
    const keys = readKeys(ElectraKeys, json);
    return { architecture: 'electra', ...fromBert(keys), embeddingDims: keys.embedding_size };
  },
  albert: (json) => {
    const keys = readKeys(AlbertKeys, json);
    const encoder = { ...fromBert(keys, { activation: 'gelu_new' }), embeddingDims: keys.embedding_size };
    return { architecture: 'albert', ...encoder, groups: keys.num_hidden_groups };
  },
  mpnet: (json) => {
    const keys = readKeys(MpnetKeys, json);
    const encoder = afterPad({ ...fromBert(keys, { padId: 1 }), tokenTypes: 0 }, MPNET_PAD);
    return { architecture: 'mpnet', ...encoder, relativePositions: keys.relative_attention_num_buckets };
  },
} satisfies Readonly<Record<string, (json: unknown) => ModelConfig>>;

/** Values of model_type that can be run. */
export const MODEL_TYPES: readonly string[] = Object.keys(READERS);

/** What MPNet counts positions from, whatever its config says of padding. */
const MPNET_PAD = 1;

/**
 * Reads a parsed config.json.
 * @throws TailscopeError("model-unsupported" | "config-invalid")
 */
export function readModelConfig(json: unknown): ModelConfig {
  const type = v.safeParse(v.object({ model_type: v.string() }), json);
  if (!type.success) throw invalid('model_type', { is: 'missing' });
  const found = type.output.model_type;
  if (!isSupported(found))
    throw TailscopeError.of('model-unsupported', { found: clip(found), supported: MODEL_TYPES });
  return READERS[found](json);
}

const isSupported = (type: string): type is keyof typeof READERS => Object.hasOwn(READERS, type);

function readRoberta(json: unknown): ModelConfig {
  const encoder = fromBert(readKeys(BertKeys, json), { padId: 1 });
  return { architecture: 'roberta', ...afterPad(encoder, encoder.padId) };
}

/** @param defaults where the architecture's are not BERT's */
function fromBert(
  keys: v.InferOutput<typeof BertKeys>,
  defaults: { readonly padId?: number; readonly activation?: string } = {},
): EncoderConfig {
  return withHeads('num_attention_heads', {
    layers: keys.num_hidden_layers,
    dims: keys.hidden_size,
    embeddingDims: keys.hidden_size,
    heads: keys.num_attention_heads,
    feedForward: keys.intermediate_size,
    vocabulary: keys.vocab_size,
    maxPositions: keys.max_position_embeddings,
    firstPosition: 0,
    tokenTypes: keys.type_vocab_size,
    layerNormEps: keys.layer_norm_eps,
    activation: readActivation('hidden_act', keys.hidden_act ?? defaults.activation ?? 'gelu'),
    padId: keys.pad_token_id ?? defaults.padId ?? 0,
    tiedWords: keys.tie_word_embeddings,
  });
}

function fromDistilBert(keys: v.InferOutput<typeof DistilBertKeys>): EncoderConfig {
  return withHeads('n_heads', {
    layers: keys.n_layers,
    dims: keys.dim,
    embeddingDims: keys.dim,
    heads: keys.n_heads,
    feedForward: keys.hidden_dim,
    vocabulary: keys.vocab_size,
    maxPositions: keys.max_position_embeddings,
    firstPosition: 0,
    tokenTypes: 0,
    layerNormEps: 1e-12, // fixed in transformers
    activation: readActivation('activation', keys.activation),
    padId: keys.pad_token_id ?? 0,
    tiedWords: keys.tie_word_embeddings,
  });
}

/** @throws TailscopeError("config-invalid") where the heads do not divide the dimensions */
function withHeads(key: string, config: EncoderConfig): EncoderConfig {
  const { heads, dims } = config;
  if (dims % heads !== 0) throw invalid(key, { is: 'indivisible', heads, dims });
  return config;
}

/**
 * With positions counted from the one after padding's, as fairseq has it.
 * @throws TailscopeError("config-invalid") where no position is left
 */
function afterPad(config: EncoderConfig, pad: number): EncoderConfig {
  const firstPosition = pad + 1;
  if (config.maxPositions <= firstPosition)
    throw invalid('max_position_embeddings', { is: 'below', least: firstPosition + 1 });
  return { ...config, firstPosition };
}
