import { many } from './plural.ts';

/** Words of the Compare view. */
export const compareView = {
  title: 'Compare: two models, or one in two settings',
  lead: 'Everything is measured twice, on the same sentences, and drawn in one picture: A in ink, B in colour with its own mark. The paper asks it of a model with position embeddings and one trained without: if tails come from positions, the second has none.',
  sides: { sideA: 'A', sideB: 'B' },
  sideLabel: (side: string) => `Side ${side}`,
  model: 'Model',
  positions: 'Positions',
  cut: 'Tails',
  remedy: 'Remedy',
  noRemedy: 'none',
  second: 'the second model',
  noSecond: 'a second model…',
  positionsAre: {
    'as-they-are': 'as they are',
    shuffled: 'shuffled',
    shifted: 'shifted',
    zero: 'scaled to zero',
  },
  /** Of a side whose tails are left, and others cut. */
  random: (seed: number) =>
    `As many as would be cut, drawn at random by seed ${seed}: one draw. The views of the tasks have the mean and the range of 20.`,
  /** Of a side that is told other positions. */
  noPositions: (told: string) =>
    `This model has no position embeddings: positions ${told} are the same to it, and its figures are those of the model as it is.`,
  cutIs: {
    none: 'whole',
    after: 'cut after the network',
    inside: 'cut inside it',
    random: 'random others cut',
  },
  named: {
    whole: 'as it is',
    positions: { shuffled: 'positions shuffled', shifted: 'positions shifted', zero: 'positions zero' },
    cut: {
      after: (dims: string) => `${dims} cut`,
      inside: (dims: string) => `${dims} cut inside`,
      random: (dims: string) => `random ${dims} cut`,
    },
    noTails: 'no tails to cut',
  },
  presets: {
    label: 'Ready-made comparisons',
    positions: 'With positions against without',
    shuffled: 'Positions shuffled',
    inside: 'Cut after against cut inside',
    random: 'Tails against random dimensions',
    precision: 'Quantized against full',
    second: 'Against a second model',
    noPrecision:
      'Quantized against full needs the same model in another precision: press “Against a second model” and download its other weights there, such as onnx/model_quantized.onnx beside model.safetensors.',
  },
  putBeside: (name: string) => `Put ${name} beside`,
  needsSecond: (one: string, other: string) =>
    `Side ${one} is a second model, and none is loaded. Put ${other} beside with one press, or choose another below.`,
  needsAny: (one: string) => `Side ${one} is a second model, and none is loaded. Choose one below.`,
  chooser: 'The second model',
  same: 'Both sides are the same: choose another model, other positions or a cut for one of them.',
  data: 'Plain sentences for everything but the tasks',
  noModel: 'Both sides are measured when the model has loaded.',

  facts: {
    title: 'What the two are',
    perplexity: 'Perplexity on held-out text, from the model’s card',
    noCard: 'no card',
    interval: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    loss: (sentences: number) => `Masked-word loss over the first ${sentences} sentences, in nats`,
    lossValue: (loss: string, perplexity: string, hidden: string) =>
      `${loss} (pseudo-perplexity ${perplexity}, ${hidden} words hidden)`,
    measureLoss: 'Measure',
    noHead: 'it has no head that guesses words',
    noLoss: 'its head reads vectors that no remedy was made for',
    positions: 'Its tails in the position embeddings of the first position',
    norms: 'Its tails among the 7 outermost in the LayerNorms',
    rank: (dim: number, rank: number) => `${dim}: number ${rank} by size`,
    among: (d: { dim: number; scales: number; shifts: number; of: number }) =>
      `${d.dim}: ${d.scales} of ${d.of} scales, ${d.shifts} of ${d.of} shifts`,
    noTable: {
      export: 'an ONNX export does not name its weights',
      none: 'it has none',
      projected: 'its embeddings are narrower than its vectors',
    },
    embeddings: 'Position embeddings',
    yes: 'yes',
    no: 'no',
    cut: 'Dimensions cut',
    tails: 'Tails here',
    tail: (dim: number, side: 'min' | 'max', layers: string) =>
      `${dim} (${side === 'min' ? 'minimum' : 'maximum'}, layers ${layers})`,
    none: 'none',
    components: 'whitened vectors have principal components in place of dimensions',
    perplexityTitle: (d: { a: string; b: string; one: string; other: string }) =>
      `Perplexity ${d.one} for ${d.a}, ${d.other} for ${d.b}`,
  },

  chart: {
    title: (d: { what: string; where: string; a: string; b: string; difference: string }) =>
      `${d.what} ${d.where}: ${d.a} for A, ${d.b} for B (${d.difference})`,
    titleSame: (d: { what: string; where: string; a: string }) => `${d.what} ${d.where}: ${d.a} for both`,
    sentence: (a: string, b: string) => `A: ${a}. B: ${b}.`,
    difference: 'B − A',
    lowest: { spread: (side: string) => `${side}: 5 %`, interval: (side: string) => `${side}: 2.5 %` },
    highest: { spread: (side: string) => `${side}: 95 %`, interval: (side: string) => `${side}: 97.5 %` },
    row: (layer: string, a: string, b: string) => `${layer} A ${a}, B ${b}.`,
    measuring: 'Measuring…',
    progress: (done: number, of: number) => `Measuring: ${done} of ${of} sentences…`,
    sample: (measured: string, name: string, specials: boolean) =>
      `${measured} · ${name} · specials ${specials ? 'in' : 'out'}`,
    tokens: (sentences: number, tokens: string) =>
      `${many(sentences, 'sentence', 'sentences')} · ${tokens} tokens`,
  },
  measures: {
    anisotropy: 'Anisotropy',
    anisotropyHint: 'The expected cosine of two random tokens of different sentences.',
    share: 'Largest share of extremes',
    shareAxis: 'largest share of extremes, in %',
    inHundredths: (what: string) => `${what}, in %`,
    shareHint:
      'Of how many vectors one and the same dimension is the smallest or the largest element, for the dimension that leads.',
    words: 'Self-similarity of words',
    wordsHint: 'The mean cosine of a word’s vectors in different sentences.',
    adjusted: 'Words less the anisotropy',
    adjustedHint: 'Their self-similarity less the anisotropy of the same sentences.',
    wic: 'Word in Context, accuracy × 100',
    wicHint: 'Same sense or not, by the best threshold of the cosine, which is chosen on these very pairs.',
    auc: 'Word in Context, AUC × 100',
    aucHint:
      'The area under the curve: how often a pair in one sense has the larger cosine. It needs no threshold.',
    wsd: 'Word senses, accuracy × 100',
    wsdHint: 'The sense of the nearest labelled neighbour, the mean over words.',
    micro: 'Word senses, micro × 100',
    microHint: 'Of all items alike: those that the nearest labelled neighbour tells right.',
    sts: 'Sentences, Spearman × 100',
    stsHint: 'How well cosines follow people’s scores of likeness, over all pairs together.',
    pearson: 'Sentences, Pearson × 100',
    pearsonHint:
      'How nearly cosines and people’s scores of likeness lie on a straight line (Pearson’s correlation), over all pairs together.',
    trees: 'Trees, F1 × 100',
    treesHint:
      'Trees from the cosine distances of neighbouring words against people’s; dotted, trees that look at no vector.',
    treesBy: { l1: 'Trees by L1, F1 × 100', l2: 'Trees by L2, F1 × 100' },
    treesByHint: {
      l1: 'The same from L1 distances, sums of absolute differences; dotted, trees that look at no vector.',
      l2: 'The same from L2 distances, Euclid’s; dotted, trees that look at no vector.',
    },
    labels: 'Classifier, accuracy × 100',
    labelsHint:
      'How many sentences are told right by logistic regression on their means, trained anew on each side’s vectors.',
    interval: 'Anisotropy with its interval',
    intervalLow: 'Anisotropy, lower end of its interval',
    intervalHigh: 'Anisotropy, upper end of its interval',
    intervalHint:
      'Bars: the middle 95 % of what resampled sentences give (bootstrap). Where they lie apart, the difference is no chance of these sentences.',
    isoScore: 'IsoScore',
    isoScoreHint: 'How evenly the vectors use their dimensions: 1 for all alike, 0 for a line.',
    kurtosis: 'Kurtosis of the dimensions’ sizes',
    kurtosisHint: '1 where all dimensions are of one size, larger the more a few outdo the others.',
    cosineMean: 'Mean cosine of drawn pairs',
    cosineLow: 'Cosine that 5 % of drawn pairs are below',
    cosineHigh: 'Cosine that 5 % of drawn pairs are above',
    cosineHint: 'Of 1,000 pairs of tokens of different sentences; the bars go from 5 % to 95 % of them.',
    probe: 'Positions told by a probe, accuracy × 100',
    probeHint:
      'A linear probe is trained on five sixths of the sentences and tells the positions of tokens in the last: the share told right.',
    measured: {
      tokens: (count: string) => `${count} tokens`,
      words: (count: number) => many(count, 'word', 'words'),
      wic: (count: number) => many(count, 'pair', 'pairs'),
      wsd: (count: number) => many(count, 'item', 'items'),
      sts: (count: number) => many(count, 'pair', 'pairs'),
      trees: (count: number) => many(count, 'tree', 'trees'),
      labels: (count: number) => many(count, 'sentence', 'sentences'),
    },
  },
  vectors: {
    title: 'How the vectors lie',
    hint: 'On the plain sentences above, like anisotropy and extremes.',
    run: 'Measure this of both',
    runHint: 'These models are large enough for this to take a while.',
  },
  tasks: {
    title: 'The tasks',
    hint: 'Each on our example data, or on yours where you opened some in the view of the task.',
    run: 'Measure the tasks on both',
    runHint: 'These models are large enough for this to take a while.',
  },
  guesses: {
    title: 'What both guess',
    hint: 'The likeliest words for a word that you hide, each side with its own cut. The sentence is that of Predict.',
    run: 'Let both guess',
    runHint: 'These models are large enough for this to take a while.',
    sentence:
      'The ten likeliest words of either side for the masked word, and the probability it gives to each. An arrow marks a word that has moved from A to B, a plus one that A does not have among its ten.',
    first: (side: string, word: string, p: string) => `${side} guesses “${word}” at ${p}`,
    absent: (side: string, why: string) => `${side}: ${why}.`,
  },
  differences: {
    title: (where: string) => `All differences ${where}`,
    columns: ['measure', 'A', 'B', 'B − A'] as const,
    waiting: '…',
    units: 'Cosines, anisotropy and IsoScore as they are, at most 1; scores of tasks × 100, shares in %.',
    awaited: '… is not measured yet: it is when its chart comes into sight, or is asked for.',
  },
  tails: {
    title: 'Who leads in each layer',
    hint: 'The dimension that is the smallest and the one that is the largest element of the most vectors, and the share of vectors; a triangle marks tails.',
    caption: (side: string, name: string) => `${side}: ${name}`,
    columns: ['layer', 'smallest of most', 'largest of most', 'largest |z|'] as const,
  },
  means: {
    title: 'The mean vectors of both',
    hint: 'Of the plain sentences above, in the layer on screen, with what each dimension brings to the cosine of two tokens.',
    one: (d: { side: string; name: string; where: string }) =>
      `Mean vector of ${d.side} (${d.name}) ${d.where}`,
    both: (d: { where: string; apart: string }) =>
      `Mean vectors of A and B ${d.where}: their cosine is ${d.apart}`,
    sentence: 'The mean value of each dimension.',
    overlaid: (a: string, b: string) =>
      `The mean value of each dimension. Grey: A, ${a}. In colour: B, ${b}. Triangles mark the tails of A.`,
    columns: ['dimension', 'A', 'B'] as const,
    summary: (name: string, dim: number, value: string) =>
      `${name}: the mean furthest from 0 is dimension ${dim} at ${value}.`,
    table: (side: string, name: string) => `${side}: ${name}, the dimensions that bring most`,
    bring: ['dimension', 'brings to the mean cosine', 'share'] as const,
    /** Side B's value where the pointer is. */
    reading: (value: string) => `B ${value}`,
    needTwo: 'With one sentence there are no tokens of two.',
  },
  apart: 'How far the same token’s vectors are apart',
  apartHint: 'On your text in Explore, both models as they are.',
} as const;
