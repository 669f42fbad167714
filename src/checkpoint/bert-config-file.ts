import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';
import type { Activation, BertConfig } from '../graph/index.ts';
import type { ConfigProblem } from '../strings/index.ts';

/** Values of model_type that can be run. */
const SUPPORTED = ['bert'] as const;

/** transformers' names for the activations of the graph. */
const ACTIVATION_NAMES: Readonly<Record<string, Activation>> = {
  gelu: 'gelu',
  gelu_python: 'gelu',
  gelu_new: 'gelu_new',
  gelu_fast: 'gelu_new',
  gelu_pytorch_tanh: 'gelu_new',
  relu: 'relu',
};

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

// Defaults are those of transformers' BertConfig, for the keys that old checkpoints leave out.
const ConfigFile = v.object({
  num_hidden_layers: count(256),
  hidden_size: count(2 ** 16),
  num_attention_heads: count(2 ** 12),
  intermediate_size: count(2 ** 20),
  vocab_size: count(2 ** 24),
  max_position_embeddings: count(2 ** 20),
  type_vocab_size: v.optional(count(2 ** 10), 2),
  layer_norm_eps: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1e-12),
  hidden_act: v.optional(v.string(), 'gelu'),
  pad_token_id: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  position_embedding_type: v.nullish(v.literal('absolute'), 'absolute'),
  is_decoder: v.nullish(v.literal(false), false),
});

/**
 * Reads a parsed config.json.
 * @throws TailscopeError("model-unsupported" | "config-invalid")
 */
export function readBertConfig(json: unknown): BertConfig {
  const type = v.safeParse(v.object({ model_type: v.string() }), json);
  if (!type.success) throw invalid('model_type', { is: 'missing' });
  const found = type.output.model_type;
  if (!SUPPORTED.some((name) => name === found))
    throw TailscopeError.of('model-unsupported', { found: found.slice(0, 100), supported: SUPPORTED });

  const parsed = v.safeParse(ConfigFile, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw invalid(v.getDotPath(issue) ?? undefined, problemOf(issue));
  }
  const file = parsed.output;
  const activation = Object.hasOwn(ACTIVATION_NAMES, file.hidden_act)
    ? ACTIVATION_NAMES[file.hidden_act]
    : undefined;
  if (!activation) {
    const known = Object.keys(ACTIVATION_NAMES);
    throw invalid('hidden_act', { is: 'unknown', found: file.hidden_act.slice(0, 100), known });
  }
  const { num_attention_heads: heads, hidden_size: dims } = file;
  if (dims % heads !== 0) throw invalid('num_attention_heads', { is: 'indivisible', heads, dims });
  return {
    architecture: 'bert',
    layers: file.num_hidden_layers,
    dims,
    heads,
    feedForward: file.intermediate_size,
    vocabulary: file.vocab_size,
    maxPositions: file.max_position_embeddings,
    tokenTypes: file.type_vocab_size,
    layerNormEps: file.layer_norm_eps,
    activation,
    padId: file.pad_token_id,
  };
}

function invalid(key: string | undefined, problem: ConfigProblem): TailscopeError {
  return TailscopeError.of('config-invalid', { key, problem });
}

function problemOf(issue: v.InferIssue<typeof ConfigFile>): ConfigProblem {
  if (issue.received === 'undefined') return { is: 'missing' };
  switch (issue.type) {
    case 'number':
      return { is: 'not-a-number' };
    case 'integer':
      return { is: 'not-whole' };
    case 'min_value':
      return { is: 'below', least: issue.requirement };
    case 'max_value':
      return { is: 'above', most: issue.requirement };
    case 'string':
      return { is: 'not-a-name' };
    case 'literal':
      return { is: issue.expected === 'false' ? 'decoder' : 'relative' };
    case 'object':
      return { is: 'other' };
  }
}
