import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';
import type { Activation } from '../graph/index.ts';
import type { ConfigProblem } from '../strings/index.ts';
import { clip } from './clip.ts';

/** transformers' names for the activations of the graph. */
const ACTIVATION_NAMES: Readonly<Record<string, Activation>> = {
  gelu: 'gelu',
  gelu_python: 'gelu',
  gelu_new: 'gelu_new',
  gelu_fast: 'gelu_new',
  gelu_pytorch_tanh: 'gelu_new',
  relu: 'relu',
};

const count = (most: number, least = 1) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const dims = count(2 ** 16);
const layers = count(256);
const heads = count(2 ** 12);
const width = count(2 ** 20);

/** Keys that every architecture has, by the same name. */
const shared = {
  vocab_size: count(2 ** 24),
  max_position_embeddings: count(2 ** 20),
  pad_token_id: v.nullish(count(2 ** 24, 0)),
  tie_word_embeddings: v.nullish(v.boolean(), true),
  is_decoder: v.nullish(v.literal(false)),
};

/** BERT's names, which most of its family kept. What old checkpoints leave out is as in transformers. */
export const BertKeys = v.object({
  ...shared,
  num_hidden_layers: layers,
  hidden_size: dims,
  num_attention_heads: heads,
  intermediate_size: width,
  type_vocab_size: v.optional(count(2 ** 10), 2),
  layer_norm_eps: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1e-12),
  hidden_act: v.optional(v.string()),
  position_embedding_type: v.nullish(v.literal('absolute')),
});

export const DistilBertKeys = v.object({
  ...shared,
  n_layers: layers,
  dim: dims,
  n_heads: heads,
  hidden_dim: width,
  activation: v.optional(v.string(), 'gelu'),
});

export const ElectraKeys = v.object({ ...BertKeys.entries, embedding_size: v.optional(dims, 128) });

export const AlbertKeys = v.object({
  ...BertKeys.entries,
  embedding_size: v.optional(dims, 128),
  num_hidden_groups: v.optional(layers, 1),
  // of several layers in a group transformers would give more hidden states than there are layers
  inner_group_num: v.optional(count(1), 1),
});

export const MpnetKeys = v.object({
  ...BertKeys.entries,
  // 32 are used whatever this says
  relative_attention_num_buckets: v.optional(count(2 ** 16, 32), 32),
});

type Keys =
  typeof BertKeys | typeof DistilBertKeys | typeof ElectraKeys | typeof AlbertKeys | typeof MpnetKeys;

/** @throws TailscopeError("config-invalid") that names the first key that is not as it must be */
export function readKeys<K extends Keys>(keys: K, json: unknown): v.InferOutput<K> {
  const parsed = v.safeParse(keys, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw invalid(v.getDotPath(issue) ?? undefined, problemOf(issue));
}

/** @throws TailscopeError("config-invalid") */
export function readActivation(key: string, name: string): Activation {
  const activation = Object.hasOwn(ACTIVATION_NAMES, name) ? ACTIVATION_NAMES[name] : undefined;
  if (activation) return activation;
  const known = Object.keys(ACTIVATION_NAMES);
  throw invalid(key, { is: 'unknown', found: clip(name), known });
}

export function invalid(key: string | undefined, problem: ConfigProblem): TailscopeError {
  return TailscopeError.of('config-invalid', { key, problem });
}

function problemOf(issue: v.InferIssue<Keys>): ConfigProblem {
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
    case 'boolean':
    case 'object':
      return { is: 'other' };
  }
}
