import type { MeasureEntry } from './glossary-entry.ts';

/** What the figures of vectors, of weights and of guessed words mean, with their formulas. */
export const measureTerms = {
  cosine: {
    forms: ['cosines', 'cosine'],
    means:
      'How alike the directions of two vectors are. 1 is the same direction, 0 is unrelated, −1 is opposite. A vector of zeros has the cosine 0 with any.',
    formula: 'x · y / (|x| |y|)',
    from: 'a common measure',
    see: 'Of the vectors',
    at: 'Cosine',
  },
  anisotropy: {
    forms: ['anisotropy'],
    means:
      'The mean cosine of two random tokens of different sentences. Near 0 the vectors point every way; near 1 they all point one way, so that unlike words look alike. Of S sentences, m is the mean of each one’s vectors, each made 1 long.',
    formula: '(|Σ m|² − Σ |m|²) / (S (S − 1))',
    from: 'Ethayarajh (2019) and Luo et al. (2021, section 4); over all pairs at once, ours',
    see: 'Anisotropy and the contributions to it',
  },
  bootstrap: {
    forms: ['bootstrap'],
    means:
      'Sentences are drawn anew from those at hand, with repeats, c times each, and the figure is taken again and again: how far it moves says how far it would with other sentences of the same kind. No sentence is paired with its own copy.',
    formula: 'Σ c_s c_t m_s · m_t / Σ c_s c_t, s ≠ t: the middle 95 %',
    from: 'Efron (1979)',
    see: 'Anisotropy and the contributions to it',
  },
  contribution: {
    forms: ['brings to the mean cosine', 'adds to the cosine'],
    means: 'What of the mean cosine is one dimension’s. Over all dimensions it adds up to the anisotropy.',
    formula: 'mean over pairs of x_d y_d / (|x| |y|)',
    from: 'Timkey and van Schijndel (2021)',
    see: 'Anisotropy and the contributions to it',
  },
  meanVector: {
    forms: ['mean values', 'mean value', 'mean of the dimension'],
    means: 'Of one dimension of one layer: its mean over all n measured tokens.',
    formula: 'μ_d = Σ x_d / n',
    from: 'Luo et al. (2021, section 2)',
    see: 'Of the vectors',
    at: 'Mean vector',
  },
  sd: {
    forms: ['standard deviations', 'standard deviation', 'sd'],
    means: 'How far n values usually lie from their mean. A value 10 of them away is far outside.',
    formula: '√(Σ (value − mean)² / (n − 1))',
    from: 'a common measure',
    see: 'Of the vectors',
    at: 'z of the mean',
  },
  z: {
    forms: ['z'],
    means: 'How many standard deviations a dimension’s mean lies from the layer’s other dimensions.',
    formula: 'z_d = (μ_d − mean μ) / sd μ',
    from: 'a common measure; the bar of 8 is ours',
    see: 'Of the vectors',
    at: 'z of the mean',
  },
  extremeShare: {
    forms: [
      'share of extremes',
      'is the minimum of each vector',
      'is the maximum of each vector',
      'the smallest or the largest element',
      'the smallest element',
      'the smallest of most',
      'smallest of most',
      'largest of most',
      'Most often smallest',
      'Most often largest',
      'most often a vector’s smallest',
    ],
    means:
      'Of how many vectors a dimension is the smallest (or the largest) element; on ties the first dimension is. The shares of a layer add up to 1.',
    formula: 'vectors whose smallest element is d / all vectors',
    from: 'Luo et al. (2021, section 2)',
    see: 'Of the vectors',
    at: 'Share of minima',
  },
  tail: {
    forms: ['tails', 'tail'],
    means:
      'A dimension that is out of line for most tokens, whatever they mean, and in many layers. Special tokens can have tails of their own. The rule is under “What counts as a tail”, and can be changed there.',
    formula: 'share ≥ .5 or |z| ≥ 8, in at least half of layers 1 to L',
    from: 'after Luo et al. (2021, section 2), who judged by eye; the rule is ours',
    see: 'Tails',
  },
  histogram: {
    forms: ['spread over the tokens', 'a distribution'],
    means:
      'How many tokens have a value in each of 128 ranges of one width w. Grey: of the dimensions not drawn, the 10 %, 50 % and 90 % quantile in each range.',
    formula: 'range of x: ⌊x / w⌋ + 64',
    from: 'our own',
    see: 'Of the vectors',
    at: 'Histogram of a dimension',
  },
  quantile: {
    forms: ['cosines of the same pairs'],
    means:
      'Nine of ten lie between the smallest cosine at or below which 5 % of the pairs’ weight lies and that of 95 %; the middle one is that of 50 %. Pairs of two sentences weigh alike, however long those are.',
    formula: 'least c with Σ weights of cosines ≤ c at least 5, 50, 95 %',
    from: 'a common measure',
    see: 'Geometry',
    at: 'Cosines',
  },
  pairMeans: {
    forms: ['each two', 'Cosine of', 'cosine within a sense', 'cosine across senses'],
    means:
      'Each square is the cosine of two items. Under the picture: the mean over pairs of one word (one sense), and over pairs of different ones.',
    formula: 'x · y / (|x| |y|); Σ cosines / pairs',
    from: 'our own',
    see: 'Of the vectors',
    at: 'Means of a matrix',
  },
  kurtosis: {
    forms: ['Kurtosis', 'kurtosis'],
    means:
      'How unevenly something is shared out over dimensions; r is a dimension’s root mean square over tokens. From 1 (all alike) to the number of dimensions (one has everything).',
    formula: 'mean(r⁴) / mean(r²)²',
    from: 'He et al. (2024)',
    see: 'Of the vectors',
    at: 'Kurtosis',
  },
  isoScore: {
    forms: ['IsoScore'],
    means:
      'How evenly the vectors use n dimensions, from 0 to 1: the variances v along the principal components, compared with equal ones.',
    formula: '(PR − 1) / (n − 1), PR = (Σ v)² / Σ v²',
    from: 'Rudman et al. (2022)',
    see: 'Geometry',
    at: 'IsoScore',
  },
  components: {
    forms: ['principal components'],
    means:
      'The directions along which vectors vary most, each at right angles to those before it: eigenvectors of the covariance, λ their variances.',
    formula: 'share of one: λ_k / Σ λ',
    from: 'Pearson (1901)',
    see: 'Geometry',
    at: 'Components',
  },
  umap: {
    forms: ['UMAP'],
    means:
      'A layout in the plane that keeps each point’s 15 nearest neighbours, here by cosine, near it. It is for looking at: no figure comes of it.',
    formula: 'nearness: 1 − x · y / (|x| |y|)',
    from: 'McInnes, Healy and Melville (2018)',
    see: 'Geometry',
    at: 'UMAP',
  },
  apart: {
    forms: ['how far such a number is from the other model’s', 'largest difference'],
    means:
      'Of the same token in the same layer of both models: how far each element is from the other’s, its mean and its largest; and the cosine of the two vectors, its mean over tokens.',
    formula: '|a − b|; a · b / (|a| |b|)',
    from: 'our own',
    see: 'Of the vectors',
    at: 'Difference of two models',
  },
  difference: {
    forms: ['B − A'],
    means: 'The figure of side B less that of side A, on the same sentences and with the same seed.',
    formula: 'B − A',
    from: 'our own',
    see: 'Two things compared',
  },
  rank: {
    forms: ['ranks by size', 'rank by size', 'by size', 'ranks', 'rank'],
    means:
      'The place in order, from 1 for the largest; by size means without the sign. Equal values share the better rank.',
    formula: '1 + number of larger ones',
    from: 'a common measure',
    see: 'Origins',
    at: 'rank',
  },
  layerNorm: {
    forms: ['LayerNorms', 'LayerNorm'],
    means:
      'A step that brings each vector to a standard length, then gives every dimension a gain γ and a shift β that were learned; m and s are the vector’s mean and standard deviation. BERT has two in each layer, and one after the embeddings.',
    formula: 'γ (v − m) / s + β',
    from: 'Ba, Kiros and Hinton (2016)',
    see: 'Origins',
    at: 'One dimension',
  },
  life: {
    forms: ['bars add up to the value', 'one dimension’s life'],
    means:
      'What a LayerNorm of gain γ and shift β makes of a value v is v itself and three terms: normalizing, scale, and shift. A layer’s value is the one before, attention, three terms, feed-forward, three terms.',
    formula: 'v + ((v − m) / s − v) + (γ − 1)(v − m) / s + β',
    from: 'our own',
    see: 'Origins',
    at: 'One dimension',
  },
  explained: {
    forms: ['share of the differences'],
    means:
      'How much of the dimension’s differences go with the token’s position, or with the logarithm of how often its like is in the text, over all measured tokens; “both” is the squared multiple correlation.',
    formula: 'r²; both: (r₁² + r₂² − 2 r₁ r₂ r₁₂) / (1 − r₁₂²)',
    from: 'a common measure; that outliers go with frequency, Puccetti et al. (2022)',
    see: 'Origins',
    at: 'Position or frequency.',
  },
  logFrequency: {
    forms: ['occurs so often', 'word frequency'],
    means: 'How many of the measured tokens are the same piece, counted on this very text.',
    formula: 'ln (tokens that are the same piece)',
    from: 'after Puccetti et al. (2022)',
    see: 'Origins',
    at: 'Position or frequency.',
  },
  probe: {
    forms: ['probe', 'Positions can be told from vectors'],
    means:
      'A softmax without bias over positions, trained on vectors of one layer: cross-entropy, Adam at 0.001, batches of 128, 10 epochs. It tells the likeliest position.',
    formula: 'softmax(W x); test tokens told right / test tokens',
    from: 'Luo et al. (2021, section 3)',
    see: 'Position probe',
  },
  mostFrequentPlace: {
    forms: ['always guessing the most frequent place'],
    means: 'The share of test tokens that stand at the position with the most of them.',
    formula: 'most tokens at one position / test tokens',
    from: 'a common measure',
    see: 'Position probe',
  },
  probeContribution: {
    forms: ['contribution of a dimension', 'contributes'],
    means:
      'How much a dimension has to do with the position that the probe tells, over test vectors x; w is the probe’s weights for that position. Times the mean: over the mean of c over all dimensions.',
    formula: 'c(d) = mean |w_d x_d|',
    from: 'Luo et al. (2021, section 3)',
    see: 'Position probe',
  },
  perplexity: {
    forms: ['pseudo-perplexity', 'perplexity'],
    means:
      'How unsure a model is of a hidden word: 50 means as unsure as between 50 words that are all equally likely. Lower is better.',
    formula: 'e^loss',
    from: 'Salazar et al. (2020)',
    see: 'Masked-word loss',
  },
  probability: {
    forms: ['probability', 'probabilities'],
    means: 'The share that the model gives to a word of its vocabulary; all of them together have 1.',
    formula: 'e^logit / Σ e^logit',
    from: 'Devlin et al. (2019)',
    see: 'Of the vectors',
    at: 'Masked words.',
  },
  guessRank: {
    forms: ['rank'],
    means: 'How many pieces of the vocabulary the model finds likelier than the hidden word, plus one.',
    formula: '1 + pieces with p > p of the word',
    from: 'a common measure',
    see: 'Of the vectors',
    at: 'Masked words.',
  },
  loss: {
    forms: ['loss'],
    means:
      'How surprised the model is by the words that were hidden, p being the probability that it gives to the right one: 0 would be certain and right every time.',
    formula: 'mean of −ln p',
    from: 'Devlin et al. (2019)',
    see: 'Masked-word loss',
  },
} as const satisfies Record<string, MeasureEntry>;
