import { many } from './plural.ts';

const WHY = {
  export: 'an ONNX export names no weights; open the model’s model.safetensors for them',
  none: 'this model has none',
  projected: 'they are narrower than the hidden states, and projected',
} as const;

/** Where dimensions get their values, in words. */
export const origins = {
  command: {
    chosen: (d: { dims: readonly number[]; chosen: 'asked' | 'weights' | 'text' }) => {
      if (d.dims.length === 0) return 'No dimension is out of line in the weights.';
      const named = `${d.dims.length === 1 ? 'Dimension' : 'Dimensions'} ${d.dims.join(', ')}`;
      if (d.chosen === 'asked') return named;
      return d.chosen === 'text'
        ? `${named}: tails of this text`
        : `${named}: the most out of line in the weights`;
    },
    notThere: (d: { what: string; why: keyof typeof WHY }) => `${d.what}: not shown, since ${WHY[d.why]}.`,
    positions: (count: number) => `Position embeddings (${count}): value, and rank by absolute value`,
    largestOf: (d: { position: number; largest: number; z: number }) =>
      `The largest of position ${d.position} is ${d.largest}, ${d.z.toFixed(1)} standard deviations out`,
    tokens: (count: number) =>
      `Token embeddings (${many(count, 'token', 'tokens')}): the mean one, and how many have a dimension as their smallest or largest`,
    segments: 'Segment embeddings',
    norms: 'LayerNorms: value, and rank from the largest (from the smallest)',
    biases: 'Bias of the feed-forward block',
    life: (d: { tokens: number; error: string }) =>
      `One dimension’s life, mean over ${many(d.tokens, 'token', 'tokens')} of words: what each part adds (the terms add up to the state to ${d.error})`,
    lifeOf: (dim: number) => `Dimension ${dim}`,
    noLife: (why: string) => `One dimension’s life: ${why}`,
    moved: 'Positions moved: mean value by layer, and share of vectors in which it is the smallest (largest)',
    explained: 'Position or frequency: share of the variance over tokens that a line explains, by layer',
    moves: {
      'as-they-are': 'as they are',
      shuffled: 'shuffled',
      shifted: 'shifted',
      zero: 'times zero',
    },
    terms: {
      words: 'word',
      positions: 'position',
      segments: 'segment',
      normalized: 'normalized',
      scale: 'scale',
      shift: 'shift',
      residual: 'before',
      attention: 'attention',
      attentionNormalized: 'normalized',
      attentionScale: 'scale',
      attentionShift: 'shift',
      feedForward: 'feed-forward',
      feedForwardNormalized: 'normalized',
      feedForwardScale: 'scale',
      feedForwardShift: 'shift',
    },
    what: {
      positions: 'Position embeddings',
      tokens: 'Token embeddings',
      segments: 'Segment embeddings',
      norms: 'LayerNorms',
    },
    after: { embeddings: 'embeddings', attention: 'attention', 'feed-forward': 'feed-forward' },
    columns: {
      dim: 'dimension',
      position: 'position',
      segment: 'segment',
      layer: 'layer',
      after: 'after',
      value: 'value',
      rank: 'rank',
      meanRank: 'mean rank',
      smallest: 'smallest',
      largest: 'largest',
      gamma: (dim: number) => `γ of ${dim}`,
      beta: (dim: number) => `β of ${dim}`,
      state: 'state',
      positions: 'positions',
      byPosition: 'position',
      byFrequency: 'log frequency',
      byBoth: 'both',
      of: (dim: number) => `value of ${dim}`,
    },
  },
  probe: {
    said: (d: { trained: number; tested: number; classes: number; majority: number; duplicates: number }) =>
      `${many(d.tested, 'token', 'tokens')} told by a probe of ${many(d.trained, 'other', 'others')}; ${many(d.classes, 'position', 'positions')}, always the most frequent: ${d.majority.toFixed(4)}${d.duplicates > 0 ? `; ${many(d.duplicates, 'sentence', 'sentences')} left out that it had learned from` : ''}`,
    /** @param layers so many, and a share of the next */
    trained: (layers: number, of: number) => {
      const [whole, next] = [Math.floor(layers), Math.floor(100 * (layers % 1))];
      return `${whole} of ${of} layers trained${next > 0 ? `, the next to ${next} %` : ''}`;
    },
    notImportance:
      'A large contribution is not importance: it says that the probe reads the dimension, not that it could not do without it.',
    columns: {
      accuracy: 'accuracy',
      largest: 'largest contributions (times the mean)',
      mean: 'mean c',
      of: (dim: number) => `c of ${dim}`,
      relative: 'times the mean (rank)',
    },
  },
};
