import { inWords } from './list.ts';

/** Words of the Models view: the models' cards, and how their tails were born. */
export const models = {
  title: (count: number) => (count === 1 ? 'A model of our own' : 'Models of our own'),
  lead: (count: number) =>
    count === 1
      ? 'This model comes with the page. We trained it ourselves and had it report on the way: how well it guesses hidden words, and which dimension of its vectors became a tail, and when.'
      : 'These models come with the page. We trained them ourselves and had them report on the way: how well they guess hidden words, and which dimension of their vectors became a tail, and when.',
  alike: (differing: readonly string[]) =>
    differing.length === 0
      ? 'They were made alike.'
      : `They were made alike but for ${differing.length === 1 ? 'one thing' : 'these'}: ${inWords(differing)}.`,
  none: 'No model came with the page. Reload it, or open a checkpoint folder of your own from the model’s button above.',
  loading: 'Loading its card…',
  missing:
    'Its card could not be read, so nothing can be said of its training. Reload the page, or go to another view and back.',
  noReports: 'Its card holds no reports of its training.',

  inUse: 'in use',
  use: (name: string) => `Use ${name}`,
  inExplore: (dim: number) => `See ${dim} in Explore`,
  about: 'About this model',

  read: 'Tokens read',
  /** Counts of tokens in words: "15.9 million". */
  billion: (value: string) => `${value} billion`,
  million: (value: string) => `${value} million`,
  stillTraining: (steps: string, planned: string) => `step ${steps} of ${planned}: still in training`,
  finished: (steps: string) => `${steps} steps`,
  perplexity: 'Perplexity',
  perplexityOf: 'on held-out text; lower is better',
  tail: 'Tail',
  tailSince: (tokens: string, layers: string) => `since ${tokens} tokens, in ${layers}`,
  tailAlways: (layers: string) => `from its first report on, in ${layers}`,
  noTail: 'none',
  closest: (dim: number, found: string, where: string) => `${dim} comes closest: ${found} ${where}`,
  closestShare: (bound: string, share: string) => `${bound} of ${share}`,
  closestZ: (z: string) => `z ${z}`,
  withPositions: 'with position embeddings',
  withoutPositions: 'trained without position embeddings',

  birth: {
    title: 'Birth of a tail',
    lead: (share: string, z: string) =>
      `Training begins with random numbers, and no dimension of the vectors stands out. Follow a curve to the right: a number names the dimension that has the value, and it is orange where that dimension ends as a tail. The upright line with the triangle is its birth: from there on it is a tail of that layer by our rule, the smallest or largest of at least ${share} of vectors, or a mean at least ${z} standard deviations from the others.`,
    breaks: 'A dashed upright line marks where training was taken up again with a fresh optimizer.',
    choose: 'What to follow',
    axis: 'Tokens along the axis',
    axes: { log: 'Log', linear: 'Linear' },
    axisHint: { log: 'The beginning gets most of the room', linear: 'Every token gets the same room' },
    measures: {
      share: 'Share',
      z: 'z of the mean',
      kurtosis: 'Kurtosis',
      anisotropy: 'Anisotropy',
      gamma: 'LayerNorm γ',
      beta: 'LayerNorm β',
    },
    sentences: {
      share:
        'By layer: the dimension that is most often a vector’s smallest (▼) or largest (▲) element, and the share of vectors in which it is.',
      z: 'By layer: the dimension whose mean lies farthest from the layer’s others, and how many standard deviations away it is (z, without its sign).',
      kurtosis:
        'By layer: how unevenly the dimensions share the vectors’ size (kurtosis): 1 where all are alike, and as many as there are dimensions where one has all.',
      anisotropy:
        'By layer: the mean cosine of two random tokens (anisotropy). Near 0 the vectors point every way, near 1 all point one way.',
      gamma:
        'Each LayerNorm multiplies every dimension by a gain of its own (γ): the largest one, without its sign, and whose it is.',
      beta: 'Each LayerNorm then adds to every dimension a shift of its own (β): the largest one, without its sign, and whose it is.',
    },
    dashed: 'The dotted line is our threshold.',
    becomes: (dim: number, name: string, tokens: string) =>
      `${dim} becomes a tail${name === '' ? '' : ` of ${name}`} after ${tokens} tokens`,
    always: (dim: number, name: string) =>
      `${dim} is a tail${name === '' ? '' : ` of ${name}`} from the first report on`,
    more: (count: number) => `, and ${count} more later`,
    never: (name: string, tokens: string) =>
      `${name === '' ? 'No' : `${name} has no`} tail by our rule after ${tokens} tokens`,
    noReports: 'No reports of the training',
    xName: 'tokens read',
    place: (tokens: string, step: string) => `after ${tokens} tokens${step === '' ? '' : `, step ${step}`}`,
    sample: (parts: readonly string[]) => `${parts.join(' · ')} · held-out text`,
    reports: (name: string, count: string, tokens: string) =>
      `${name}: ${count} reports up to ${tokens} tokens`,
    norm: {
      attention: (layer: string) => `${layer}, attention`,
      output: (layer: string) => `${layer}, feed-forward`,
    },
    columns: ['layer', 'model', 'tokens', 'step'] as const,
    normColumn: 'LayerNorm',
    shareColumns: ['smallest', 'its share', 'largest', 'its share'] as const,
    dimension: 'dimension',
    summaryTail: (name: string, dim: number, tokens: string, layers: string) =>
      `${name}: ${dim} is a tail since ${tokens} tokens; by layer: ${layers}.`,
    summaryNone: (name: string) => `${name}: no tail.`,
    summaryLayer: (layer: string, tokens: string) => `${layer} since ${tokens}`,
    chosen: (dim: number, name: string, marked: boolean) =>
      `${dim} of ${name} is chosen${marked ? ': the line under a curve marks where it has the value' : ''}.`,
  },

  learning: {
    title: (parts: readonly string[]) => `Perplexity on held-out text: ${inWords(parts)}`,
    part: (name: string, value: string) => (name === '' ? value : `${value} for ${name}`),
    sentence:
      'Perplexity says how unsure a model is of a hidden word in text it never read: as unsure as between so many word pieces, all equally likely. The triangle on a line marks when its tail was born.',
    summary: (name: string, from: string, to: string) =>
      `${name}: perplexity ${from} at first, ${to} at last.`,
    columns: ['model', 'tokens', 'step', 'perplexity', 'loss in training'] as const,
  },

  examples: {
    title: 'Which word was hidden?',
    found: (name: string, first: number, five: number, of: number) =>
      `${name} puts the expected word first in ${first} of ${of} sentences, and among its first five in ${five}.`,
    hint: 'Each cell has the rank of the hidden word among all that the model could say, and its first guesses with their probability.',
    caption: 'Sentences with a hidden word, and what the models guess',
    sentence: 'Sentence',
    expected: (word: string) => `expected: ${word}`,
    rank: (rank: string) => `rank ${rank}`,
    noPiece: 'not one of its pieces',
    guess: (word: string, percent: string) => `${word} ${percent}`,
    all: (count: number) => `Show all ${count} sentences`,
    fewer: 'Show fewer',
    mask: '[MASK]',
    notAsked: '–',
  },

  card: {
    title: (count: number) => (count === 1 ? 'Its card' : 'Their cards'),
    caption: 'What the models are and how they were made',
    fact: 'Fact',
    differs: 'differs',
    legend: 'marks what was made differently.',
    groups: { made: 'How it was made', far: 'How far it came', use: 'Using it' },
    architecture: 'Architecture',
    shape: 'Shape',
    shapeValue: (layers: string, heads: string, feedForward: string) =>
      [layers, heads, feedForward].filter(Boolean).join(', '),
    feedForward: (width: string) => `feed-forward ${width}`,
    positions: 'Position embeddings',
    yes: 'yes',
    no: 'none: trained without',
    longest: 'Longest input',
    data: 'Text',
    dataBy: (name: string, credit: string) => `${name}, by ${credit}`,
    licenceOf: (licence: string) => `(${licence})`,
    heldOut: 'Held out',
    heldOutValue: (tokens: string) => `${tokens} tokens that training never read`,
    sequences: 'Sequences',
    masked: 'Hidden words',
    maskedValue: (percent: string) => `${percent} of the tokens`,
    optimizer: 'Optimizer',
    learningRate: (rate: string) => `learning rate ${rate}`,
    warmUp: (steps: string) => `warm-up over ${steps} steps`,
    beta2: (value: string) => `β₂ ${value}`,
    weightDecay: (value: string) => `weight decay ${value}`,
    seed: (value: string) => `seed ${value}`,
    precision: 'Arithmetic',
    steps: 'Steps',
    tokens: 'Tokens read',
    hours: 'Time',
    hoursValue: (hours: string) => `${hours} hours`,
    hardware: 'Hardware',
    perplexity: 'Perplexity',
    interval: (value: string, low: string, high: string) => `${value} (95 % interval ${low}–${high})`,
    perplexityValue: (value: string, of: string, step: string) =>
      `${value}${step === '' ? '' : ` at step ${step}`}${of === '' ? '' : ` (${of})`}`,
    tails: 'Tails at the end',
    tail: (dim: number, what: string, layers: string) => `${dim}, ${what}, ${layers}`,
    tailWhat: (extreme: string, of: string) => `the ${extreme}${of === '' ? '' : ` of ${of}`}`,
    noTails: 'none',
    stages: 'Stages',
    stage: (from: string, to: string, facts: readonly string[], note: string) =>
      [`Steps ${from}–${to}${facts.length === 0 ? '' : `: ${facts.join(', ')}`}.`, note]
        .filter(Boolean)
        .join(' '),
    stageTokens: (tokens: string) => `${tokens} tokens`,
    stageOn: (hardware: string) => `on ${hardware}`,
    size: 'Size',
    sizeValue: (megabytes: string) => `${megabytes} MB of weights`,
    sha256: 'SHA-256',
    licence: 'Licence',
    isNot: 'What it is not',
    unsaid: 'not said',
  },

  tails: {
    title: 'Tails by layer',
    atStep: (name: string, step: string) => `${name}, step ${step}`,
    shipped: (name: string, tokens: string) => `${name} as it came here, over ${tokens} held-out tokens`,
    cut: (dims: string) => `with ${dims} cut`,
    hint: 'Press a dimension to choose it.',
    columns: [
      'Layer',
      'Most often smallest',
      'Most often largest',
      'z of the mean',
      'Kurtosis',
      'Anisotropy',
    ] as const,
    choose: (dim: number, name: string) => `Choose dimension ${dim} of ${name}`,
  },

  experiments: {
    title: 'What else was tried',
    lead: 'Short runs in which one thing was varied, to see whether a tail comes of it.',
    columns: ['Run', 'Changed', 'Tokens', 'Perplexity', 'Tail'] as const,
    none: 'none',
    share: (share: string) => `share ${share}`,
    z: (z: string) => `z ${z}`,
  },
};
