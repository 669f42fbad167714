import { many } from './plural.ts';

const LAYER = (layer: number) => (layer === 0 ? 'embeddings' : `layer ${layer}`);

/** What the Origins view says. */
export const originsView = {
  title: 'Where a tail comes from',
  lead: 'A tail is a dimension that is out of line in almost every vector. Its value is put together step by step: tables of embeddings are added, then each layer adds what attention and its feed-forward block give, and each LayerNorm stretches and shifts the result. Here you can see which of these steps make the tail.',
  choose: 'Dimension to follow',
  noText: 'There is no text to measure. Type sentences in Explore.',
  noModel: 'These charts follow when the model has loaded.',
  running: (done: string, of: string) => `Measuring ${done} of ${of} sentences…`,
  starting: 'Reading the weights…',
  again: 'Try again',
  theText: 'The text',
  sample: (d: { model: string; tokens: string; specials: string }) =>
    `${d.model} · ${many(d.tokens, 'token', 'tokens')} of the text in Explore · specials ${d.specials}`,
  firstLines: (lines: string) => `the first ${lines} sentences`,
  weightsSample: (model: string) => `${model} · its weights, without any text`,
  layer: LAYER,
  missing: {
    export:
      'This model runs from an ONNX export, whose weights have no names to find them by. Open its model.safetensors to see them.',
    none: 'This model has no such embeddings.',
    projected:
      'This model’s embeddings are narrower than its hidden states and are projected: a dimension of the one is not in the other.',
  },
  positions: {
    title: (d: { dim: number; rank: number; of: number; value: string }) =>
      d.rank === 1
        ? `Dimension ${d.dim} is the largest of position 0’s ${d.of} numbers, at ${d.value}`
        : `Dimension ${d.dim} ranks ${d.rank} of ${d.of} by size in position 0’s embedding, at ${d.value}`,
    titleNone: 'This model has no position embeddings',
    titleMissing: 'Position embeddings cannot be shown',
    none: 'It was made without a table of positions, or with one of zeros: nothing tells it where in the sentence a token stands. If it has a tail all the same, the tail does not come from positions.',
    sentence:
      'The position embeddings: a vector for each place in a sentence, added to every token that stands there. The coloured line is the chosen dimension; grey is where the others lie (light: all of them, dark: nine in ten). Its rank by size is among all the vector’s numbers.',
    axis: 'position in the sentence',
    label: 'Position',
    reading: (d: { position: number; value: string; rank: number; of: number }) =>
      [`position ${d.position}: ${d.value}`, `rank ${d.rank} of ${d.of} by size`] as const,
    firstSentence:
      'Each small picture is one position’s whole vector; the triangle marks its largest or smallest number where that is out of line.',
    position: (position: number) => `position ${position}`,
    summary: (d: { dim: number; positions: number }) =>
      `Line of dimension ${d.dim} over ${d.positions} positions, with the spread of the others.`,
    columns: ['position', 'value', 'rank by size'] as const,
    firstTitle: (d: { dim: number; position: number; z: string }) =>
      `${d.dim} stands ${d.z} standard deviations out in position ${d.position}`,
    firstCalm: 'No dimension stands far out in the first positions',
    firstNone: 'No position has a vector of its own',
  },
  tables: {
    title: (d: { dim: number; rank: number; of: number }) =>
      `In the average word’s embedding, dimension ${d.dim} ranks ${d.rank} of ${d.of} by size`,
    titleMissing: 'Token embeddings cannot be shown',
    sentence:
      'Every token of the vocabulary has a vector of its own, and so have the segments (first or second sentence). Drawn are all dimensions of their vectors, the one that is followed marked. Ranks are by size, 1 is the largest of all dimensions.',
    meanToken: (tokens: string) => `mean of all ${tokens} tokens`,
    /** The same over a small drawing. */
    meanShort: 'mean of tokens',
    segment: (segment: number) => `segment ${segment}`,
    shares: (d: { dim: number; smallest: string; largest: string; rank: string }) =>
      `${d.dim} is the smallest number of ${d.smallest} of the tokens’ vectors and the largest of ${d.largest}; its mean rank by size is ${d.rank}.`,
    columns: ['vector', 'value', 'rank by size'] as const,
    summary: 'Table of the dimension in token and segment embeddings.',
  },
  norms: {
    gammaTitle: (d: { dim: number; count: number; of: number }) =>
      d.count === 0
        ? `No LayerNorm stretches ${d.dim} unusually`
        : `${d.count} of ${many(d.of, 'LayerNorm', 'LayerNorms')} stretch ${d.dim} unusually, up or down`,
    betaTitle: (d: { dim: number; count: number; of: number }) =>
      d.count === 0
        ? `No LayerNorm shifts ${d.dim} unusually`
        : `${d.count} of ${many(d.of, 'LayerNorm', 'LayerNorms')} shift ${d.dim} unusually far`,
    biasTitle: (d: { dim: number; count: number; of: number }) =>
      d.count === 0
        ? `No feed-forward block’s bias at ${d.dim} is unusual`
        : `${d.count} of ${many(d.of, 'feed-forward block', 'feed-forward blocks')} have an unusual bias at ${d.dim}`,
    titleMissing: {
      gamma: 'LayerNorms cannot be shown',
      beta: 'LayerNorms cannot be shown',
      bias: 'Biases of feed-forward blocks cannot be shown',
    },
    noBiases: 'This model’s feed-forward blocks have no biases.',
    bias: 'What each layer’s feed-forward block adds to every dimension whatever it reads (the bias of its output). Coloured: the chosen dimension’s; grey: where the others lie. Unusual means three standard deviations or more. The LayerNorm after it has the last word.',
    gamma:
      'Each LayerNorm multiplies every dimension by a gain of its own (γ). Coloured: the chosen dimension’s; grey: where the others lie. Unusual means three standard deviations or more.',
    beta: 'Then it adds to every dimension a shift of its own (β), the same for every token whatever it is. A shift far from the others pulls the dimension out of line in every vector.',
    axis: { norm: 'a: after attention, f: after feed-forward', bias: 'layer' },
    label: { norm: 'LayerNorm', bias: 'Feed-forward block' },
    short: { embeddings: 'emb', attention: 'a', 'feed-forward': 'f' },
    place: {
      embeddings: 'after the embeddings',
      attention: 'after attention',
      'feed-forward': 'after feed-forward',
    },
    reading: (d: {
      layer: number;
      place: string;
      value: string;
      largest: number;
      smallest: number;
      of: number;
    }) =>
      [
        `${LAYER(d.layer)}, ${d.place}: ${d.value}`,
        `${d.largest} of ${d.of} from the largest, ${d.smallest} from the smallest`,
      ] as const,
    columns: ['layer', 'after', 'value', 'from the largest', 'from the smallest'] as const,
    summary: (d: { dim: number; of: number; what: 'gamma' | 'beta' | 'bias' }) =>
      `${d.what} of dimension ${d.dim} in ${d.of} ${d.what === 'bias' ? 'feed-forward blocks' : 'LayerNorms'}.`,
  },
  life: {
    title: (d: { dim: number; part: string; layer: string; value: string }) =>
      `What moves ${d.dim} most: ${d.part}, ${d.value} in ${d.layer}`,
    titleNone: 'What each part adds cannot be told',
    sentence:
      'One dimension’s life, from left to right. Every bar begins where the last one ended: what attention adds, what the LayerNorm makes of it, what the feed-forward block adds, and the next LayerNorm. What a block adds to all dimensions alike does not count as its own, since the LayerNorm takes it away again. The bars add up to the value itself.',
    label: 'Step',
    axis: (dim: number) => `value of dimension ${dim}, a number without a unit`,
    of: 'Whose life',
    mean: 'mean of the words’ tokens',
    token: (text: string, place: number) => `${text} (token ${place + 1})`,
    kinds: {
      embedding: 'embeddings',
      attention: 'attention',
      feedForward: 'feed-forward block',
      scaled: 'LayerNorm: normalized and scaled',
      shift: 'LayerNorm: shift',
    },
    steps: {
      words: 'the word embedding',
      positions: 'the position embedding',
      segments: 'the segment embedding',
      normalized: 'LayerNorm normalizing',
      scale: 'LayerNorm’s scale',
      shift: 'LayerNorm’s shift',
      attention: 'attention',
      attentionNormalized: 'LayerNorm normalizing',
      attentionScale: 'LayerNorm’s scale',
      attentionShift: 'LayerNorm’s shift after attention',
      feedForward: 'the feed-forward block',
      feedForwardNormalized: 'LayerNorm normalizing',
      feedForwardScale: 'LayerNorm’s scale',
      feedForwardShift: 'LayerNorm’s shift after feed-forward',
      whole: 'embeddings, projected',
    },
    reading: (d: { stage: string; step: string; value: string; to: string }) =>
      [`${d.stage}: ${d.step} ${d.value}`, `which makes ${d.to}`] as const,
    exact: (error: string) => `the bars add up to the network’s own values to ${error}`,
    short: (layer: number) => (layer === 0 ? 'emb' : String(layer)),
    columns: ['layer', 'step', 'adds', 'makes'] as const,
    summary: (d: { dim: number; steps: number }) =>
      `${d.steps} steps that make up dimension ${d.dim}, layer by layer.`,
  },
  moves: {
    choose: 'What the model is told of positions',
    options: {
      'as-they-are': 'as they are',
      shuffled: 'shuffle',
      shifted: (by: number) => `shift by ${by}`,
      zero: 'scale to zero',
    },
    hints: {
      'as-they-are': 'Every token is told its own place.',
      shuffled: 'Every token is told another token’s place, at random.',
      shifted: 'Every token is told a place further on.',
      zero: 'Position embeddings are multiplied by zero: no token is told its place.',
    },
    titleWhole: (dim: number) => `Move the positions, and see whether ${dim} cares`,
    title: (d: { dim: number; move: string; from: string; to: string; layer: string }) =>
      `With positions ${d.move}, ${d.dim} goes from ${d.from} to ${d.to} in ${d.layer}`,
    done: {
      'as-they-are': 'as they are',
      shuffled: 'shuffled',
      shifted: 'shifted',
      zero: 'scaled to zero',
    },
    sentence:
      'The mean of the dimension over all tokens, layer by layer. If the tail were a trace of position alone, it would go when positions do; what stays comes from elsewhere.',
    whole: 'positions as they are',
    moved: (move: string) => `positions ${move}`,
    axis: 'mean value',
    titleNone: 'This model is told no positions, so there are none to move',
    none: 'It has no position embeddings: shuffled, shifted or scaled to zero, its vectors stay what they are. If it has a tail, position embeddings are not where it comes from.',
    noRoom: 'The text’s longest sentence takes all of the model’s positions, so there is no room to shift.',
    summary: (d: { dim: number }) => `Mean of dimension ${d.dim} by layer.`,
  },
  explained: {
    title: (d: {
      dim: number;
      position: string;
      frequency: string;
      layer: string;
      more: 'position' | 'frequency' | 'neither';
    }) => {
      const shares = `position ${d.position}, word frequency ${d.frequency}`;
      if (d.more === 'neither') return `Neither explains much of ${d.dim} in ${d.layer}: ${shares}`;
      return `${d.more === 'position' ? 'Position' : 'Word frequency'} explains more of ${d.dim} in ${d.layer}: ${shares}`;
    },
    titleNone: 'Position or frequency needs values that differ',
    sentence:
      'Two explanations of tails have been published: that they mark positions, and that they mark how frequent a word is. Each line is the share of the differences between tokens that a straight line in that quantity accounts for; “both” allows either.',
    position: 'position',
    frequency: 'log frequency',
    both: 'both',
    axis: 'share explained, in %',
    frequencies: (d: { sentences: string; tokens: string }) =>
      `Frequencies are counted on the ${d.tokens} tokens of ${many(d.sentences, 'sentence', 'sentences')}.`,
    countAllTitle: 'Count the whole text',
    countAllWhy:
      'How frequent a word is shows only in much text. The whole file can be counted and measured.',
    countAll: (sentences: string) => `Count all ${sentences} sentences`,
    byPosition: (d: { dim: number; layer: string; first: string; rest: string }) =>
      `${d.dim} is ${d.first} at position 0 and ${d.rest} at the others, in ${d.layer}`,
    byPositionSentence:
      'The mean of the dimension over the tokens at each place. The first places often differ from all others, which a straight line cannot follow.',
    byFrequency: (d: { dim: number; layer: string }) => `${d.dim} by word frequency, ${d.layer}`,
    byFrequencySentence: 'The mean over tokens whose like occurs so often in this text.',
    times: (bin: number) => (bin === 0 ? 'once' : `${2 ** bin}–${2 ** (bin + 1) - 1}`),
    frequencyAxis: 'times in this text',
    reading: (d: { place: string; value: string; tokens: string }) =>
      [`${d.place}: ${d.value}`, many(d.tokens, 'token', 'tokens')] as const,
    columns: ['position', 'mean', 'tokens'] as const,
    binColumns: ['times in the text', 'mean', 'tokens'] as const,
    summary: (d: { dim: number }) =>
      `Shares of the variance of dimension ${d.dim} that position and frequency explain, by layer.`,
  },
  probe: {
    title: (d: { dim: number; layer: string; accuracy: string; times: string }) =>
      `In ${d.layer} a probe tells ${d.accuracy} of positions, reading ${d.dim} ${d.times} times as much as the average dimension`,
    titleIdle: 'Can positions be read from the vectors?',
    sentence:
      'A probe is a small classifier that learns to tell a token’s place in its sentence from its vector alone. Black: the share it tells right, by layer. Dashed: always guessing the most frequent place.',
    contributionTitle: (dim: number) => `How much the probe reads ${dim}`,
    contribution:
      'The contribution of a dimension is its value times the probe’s weight for it, without sign; here as a multiple of the average dimension’s.',
    notImportance:
      'A large contribution is not importance: it says that the probe reads the dimension, not that it could not do without it. On all-MiniLM-L6-v2, training again without its tail costs at most half a point.',
    run: 'Train the probe',
    idle: (sentences: number, capped: boolean) =>
      `Trains a probe for every layer on the ${capped ? 'first ' : ''}${many(sentences, 'sentence', 'sentences')} in Explore: five in six to learn from, the rest to be told.`,
    few: 'With so few sentences the figures say little: drop a text of some thousand sentences in Explore.',
    training: (layer: number, of: number) => `Layer ${layer} of ${of} is being trained…`,
    readingPace: (rate: string, left: string) => `${rate} a second · ${left} of reading`,
    trainingPace: (_: string, left: string) => left,
    accuracy: 'told right',
    majority: 'the most frequent place',
    axis: 'share told right, in %',
    times: 'times the mean',
    contributionOf: (dim: number) => `contribution of ${dim}`,
    meanContribution: 'mean contribution',
    /** The dimensions that a layer's probe reads most. */
    most: {
      name: 'read most (times the mean)',
      caption: (layer: string, mean: string) =>
        `What the probe reads most in ${layer}; the mean of all dimensions is ${mean}`,
      columns: ['dimension', 'contribution', 'times the mean', 'rank'],
      item: (dim: number, times: string) => `${dim} (${times})`,
    },
    sample: (d: { trained: string; tested: string; classes: number; duplicates: number }) =>
      `${d.trained} tokens learned from, ${d.tested} told · ${d.classes} places · ${many(d.duplicates, 'sentence', 'sentences')} left out as learned from`,
    summary: 'Accuracy of the probe by layer.',
  },
};
