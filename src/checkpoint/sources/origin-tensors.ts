import type { TensorEntry } from '../../graph/index.ts';
import { isFloatDtype } from '../tensor-values.ts';

/** Which of a network's LayerNorms one is. */
export interface NormPlace {
  /** Layer of the network from 1, 0 for the embeddings. */
  readonly layer: number;
  readonly after: 'embeddings' | 'attention' | 'feed-forward';
}

/** A LayerNorm's two tensors, by the names they have in the file. */
export interface NormTensors extends NormPlace {
  readonly gamma: string;
  readonly beta: string;
}

/** What a feed-forward block adds whatever it reads. */
export interface BiasTensor {
  /** From 1. */
  readonly layer: number;
  readonly bias: string;
}

export interface OriginTensors {
  /** The tables of embeddings; undefined where there is none. */
  readonly words: string | undefined;
  readonly positions: string | undefined;
  readonly types: string | undefined;
  /** In the order in which the network uses them. */
  readonly norms: readonly NormTensors[];
  readonly biases: readonly BiasTensor[];
}

const table = (of: string) => new RegExp(`(?:^|\\.)embeddings\\.${of}_embeddings\\.weight$`);
const WORDS = table('word');
const POSITIONS = table('position');
const TYPES = table('token_type');
/** The bias of the matrix back from a feed-forward block's width. */
const BIAS = /(?:^|\.)(?:\d+\.output\.dense|ffn\.lin2|ffn_output)\.bias$/;
/** A name that ends in LayerNorm.weight, layer_norm.gamma, sa_layer_norm.bias... */
const NORM = /^(.*?)((?:\w+_)?layer_?norm)\.(weight|gamma|bias|beta)$/i;
/** LayerNorms of heads, which no hidden state goes through. */
const HEAD =
  /(?:^|\.)(?:cls|lm_head|predictions|generator_predictions|discriminator_predictions)\.|vocab_layer_norm/;
const LAYER = /(?:^|\.)(?:layer|layers|albert_layer_groups)\.(\d+)\./;

/**
 * Finds by their names the tensors that the tails of a network begin in: the embeddings, the scale (gamma) and
 * shift (beta) of every LayerNorm, and the feed-forward blocks' biases, in the naming of BERT and its family.
 */
export function originTensors(tensors: ReadonlyMap<string, Pick<TensorEntry, 'dtype'>>): OriginTensors {
  const names = [...tensors].filter(([, { dtype }]) => isFloatDtype(dtype)).map(([name]) => name);
  const norms = new Map<string, { gamma?: string; beta?: string }>();
  for (const name of names) {
    const [, path, norm, role] = NORM.exec(name) ?? [];
    if (path === undefined || norm === undefined || role === undefined || HEAD.test(name)) continue;
    const pair = norms.get(path + norm) ?? {};
    norms.set(path + norm, { ...pair, [/weight|gamma/i.test(role) ? 'gamma' : 'beta']: name });
  }
  const whole = [...norms].flatMap(([path, { gamma, beta }]) =>
    gamma === undefined || beta === undefined ? [] : [{ ...placeOf(path), gamma, beta }],
  );
  const biases = names
    .filter((name) => BIAS.test(name) && !HEAD.test(name))
    .map((bias) => ({ layer: placeOf(bias).layer, bias }));
  const find = (pattern: RegExp) => names.find((name) => pattern.test(name));
  return {
    words: find(WORDS),
    positions: find(POSITIONS),
    types: find(TYPES),
    norms: whole.sort((a, b) => a.layer - b.layer || ORDER[a.after] - ORDER[b.after]),
    biases: biases.sort((a, b) => a.layer - b.layer),
  };
}

const ORDER = { embeddings: 0, attention: 1, 'feed-forward': 2 } as const;

function placeOf(path: string): NormPlace {
  const layer = LAYER.exec(`${path}.`)?.[1];
  if (layer === undefined) return { layer: 0, after: 'embeddings' };
  const attention = /attention\.|(?:^|\.)sa_layer_norm$/.test(path);
  return { layer: Number(layer) + 1, after: attention ? 'attention' : 'feed-forward' };
}
