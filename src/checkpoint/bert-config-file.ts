import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';
import type { Activation, BertConfig } from '../graph/index.ts';

/** Values of model_type that can be run. */
export const SUPPORTED = ['bert'] as const;

/** transformers' names for the activations of the graph. */
const ACTIVATION_NAMES: Readonly<Record<string, Activation>> = {
  gelu: 'gelu',
  gelu_python: 'gelu',
  gelu_new: 'gelu_new',
  gelu_fast: 'gelu_new',
  gelu_pytorch_tanh: 'gelu_new',
  relu: 'relu',
};

const count = (most: number) =>
  v.pipe(
    v.number('it is not a number'),
    v.integer('it is not a whole number'),
    v.minValue(1, 'it is below 1'),
    v.maxValue(most, `it is above ${most}`),
  );

// Defaults are those of transformers' BertConfig, for the keys that old checkpoints leave out.
const ConfigFile = v.object({
  num_hidden_layers: count(256),
  hidden_size: count(2 ** 16),
  num_attention_heads: count(2 ** 12),
  intermediate_size: count(2 ** 20),
  vocab_size: count(2 ** 24),
  max_position_embeddings: count(2 ** 20),
  type_vocab_size: v.optional(count(2 ** 10), 2),
  layer_norm_eps: v.optional(
    v.pipe(v.number('it is not a number'), v.minValue(0, 'it is negative'), v.maxValue(1, 'it is above 1')),
    1e-12,
  ),
  hidden_act: v.optional(v.string('it is not a name'), 'gelu'),
  pad_token_id: v.nullish(v.pipe(v.number('it is not a number'), v.integer(), v.minValue(0)), 0),
  position_embedding_type: v.nullish(
    v.literal('absolute', 'only “absolute” positions can be run'),
    'absolute',
  ),
  is_decoder: v.nullish(
    v.literal(false, 'a decoder attends to the left only, which is not supported'),
    false,
  ),
});

/**
 * Reads a parsed config.json.
 * @throws TailscopeError("model-unsupported" | "config-invalid")
 */
export function readBertConfig(json: unknown): BertConfig {
  const type = v.safeParse(v.object({ model_type: v.string() }), json);
  if (!type.success)
    throw TailscopeError.of('config-invalid', { key: 'model_type', reason: 'it is missing' });
  const found = type.output.model_type;
  if (!SUPPORTED.some((name) => name === found))
    throw TailscopeError.of('model-unsupported', { found: found.slice(0, 100), supported: SUPPORTED });

  const parsed = v.safeParse(ConfigFile, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const key = v.getDotPath(issue) ?? 'settings';
    const reason = issue.received === 'undefined' ? 'it is missing' : issue.message;
    throw TailscopeError.of('config-invalid', { key, reason });
  }
  const file = parsed.output;
  const activation = Object.hasOwn(ACTIVATION_NAMES, file.hidden_act)
    ? ACTIVATION_NAMES[file.hidden_act]
    : undefined;
  if (!activation) {
    const reason = `“${file.hidden_act.slice(0, 100)}” is none of ${Object.keys(ACTIVATION_NAMES).join(', ')}`;
    throw TailscopeError.of('config-invalid', { key: 'hidden_act', reason });
  }
  if (file.hidden_size % file.num_attention_heads !== 0)
    throw TailscopeError.of('config-invalid', {
      key: 'num_attention_heads',
      reason: `${file.num_attention_heads} heads do not divide ${file.hidden_size} dimensions`,
    });
  return {
    architecture: 'bert',
    layers: file.num_hidden_layers,
    dims: file.hidden_size,
    heads: file.num_attention_heads,
    feedForward: file.intermediate_size,
    vocabulary: file.vocab_size,
    maxPositions: file.max_position_embeddings,
    tokenTypes: file.type_vocab_size,
    layerNormEps: file.layer_norm_eps,
    activation,
    padId: file.pad_token_id,
  };
}
