/** What the figures of vectors, of weights and of guessed words mean, with their formulas. */
export const measureTerms = {
  cosine: {
    forms: ['cosines', 'cosine'],
    means:
      'How alike the directions of two vectors are: x · y / (|x| |y|). 1 is the same direction, 0 is unrelated, −1 is opposite.',
    see: 'Of the vectors',
  },
  anisotropy: {
    forms: ['anisotropy'],
    means:
      'The mean cosine of two random tokens of different sentences. Near 0 the vectors point every way; near 1 they all point one way, so that unlike words look alike. With m the mean of a sentence’s vectors, each made 1 long, and S sentences: (|Σ m|² − Σ |m|²) / (S (S − 1)).',
    see: 'Anisotropy and the contributions to it',
  },
  bootstrap: {
    forms: ['bootstrap'],
    means:
      'Sentences are drawn anew from those at hand, with repeats, again and again, and the figure is taken each time: how far it moves says how far it would with other sentences of the same kind. No sentence is paired with its own copy.',
    see: 'Anisotropy and the contributions to it',
  },
  contribution: {
    forms: ['brings to the mean cosine', 'adds to the cosine'],
    means:
      'Timkey and van Schijndel (2021): the mean over pairs of x·y at this dimension, over the two norms: x_d y_d / (|x| |y|). Over all dimensions it adds up to the anisotropy.',
    see: 'Anisotropy and the contributions to it',
  },
  meanVector: {
    forms: ['mean values', 'mean value', 'mean of the dimension'],
    means: 'Of one dimension of one layer: its values added up over all measured tokens, over their number.',
    see: 'Of the vectors',
  },
  sd: {
    forms: ['standard deviations', 'standard deviation', 'sd'],
    means:
      'How far n values usually lie from their mean: √(Σ (value − mean)² / (n − 1)). A value 10 of them away is far outside.',
    see: 'Of the vectors',
  },
  z: {
    forms: ['z'],
    means:
      'How many standard deviations a dimension’s mean lies from the layer’s other dimensions: (its mean − the mean of all means) / their standard deviation.',
    see: 'Of the vectors',
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
      'Of how many vectors a dimension is the smallest (or the largest) element, over how many vectors there are; on ties the first dimension is. The shares of a layer add up to 1.',
    see: 'Of the vectors',
  },
  tail: {
    forms: ['tails', 'tail'],
    means:
      'A dimension that is out of line for most tokens, whatever they mean, and in many layers: the smallest or the largest of half of the vectors, or with its mean 8 standard deviations out, in half of the layers. The rule is under “What counts as a tail”.',
    see: 'Tails',
  },
  histogram: {
    forms: ['spread over the tokens', 'a distribution'],
    means:
      'How many tokens have a value in each of 128 ranges of one width. Grey: of the dimensions not drawn, the 10 %, 50 % and 90 % quantile in each range.',
    see: 'Of the vectors',
  },
  quantile: {
    forms: ['cosines of the same pairs'],
    means:
      'Nine of ten lie between the smallest cosine at or below which 5 % of the pairs’ weight lies and that of 95 %; the middle one is that of 50 %. Pairs of two sentences weigh alike, however long those are.',
    see: 'Geometry',
  },
  pairMeans: {
    forms: ['each two', 'Cosine of'],
    means:
      'Each square is x · y / (|x| |y|) of two items. Under the picture: the mean over pairs of one word, and over pairs of different ones.',
    see: 'Of the vectors',
  },
  kurtosis: {
    forms: ['Kurtosis', 'kurtosis'],
    means:
      'How unevenly something is shared out. Here: mean(r⁴) / mean(r²)² over dimensions, with r a dimension’s root mean square over tokens. From 1 (all alike) to the number of dimensions (one has everything).',
    see: 'Of the vectors',
  },
  isoScore: {
    forms: ['IsoScore'],
    means:
      'Of Rudman and others (2022): the variances along the principal components, compared with equal ones. With PR the squared sum of the variances over the sum of their squares, and n dimensions: (PR − 1) / (n − 1).',
    see: 'Geometry',
  },
  components: {
    forms: ['principal components'],
    means:
      'The directions along which vectors vary most, each at right angles to those before it: eigenvectors of the covariance. The share of one is its variance over the sum of all.',
    see: 'Geometry',
  },
  umap: {
    forms: ['UMAP'],
    means:
      'McInnes, Healy and Melville (2018): a layout in the plane that keeps each point’s 15 nearest neighbours, here by cosine, near it.',
    see: 'Geometry',
  },
  apart: {
    forms: ['how far such a number is from the other model’s', 'largest difference'],
    means:
      'Of the same token in the same layer: |a − b| of each of the two vectors’ elements, its mean and its largest; and the cosine of the two vectors, its mean over tokens.',
    see: 'Of the vectors',
  },
  difference: {
    forms: ['B − A'],
    means: 'The figure of side B less that of side A, on the same sentences and with the same seed.',
    see: 'Two things compared',
  },
  rank: {
    forms: ['ranks by size', 'rank by size', 'by size', 'ranks', 'rank'],
    means:
      'The place in order, from 1 for the largest; by size means without the sign. Equal values share the better rank.',
    see: 'Origins',
  },
  layerNorm: {
    forms: ['LayerNorms', 'LayerNorm'],
    means:
      'A step that brings each vector to a standard length, then gives every dimension a gain (γ) and a shift (β) that were learned: γ (v − m) / s + β, m and s being the vector’s mean and standard deviation. BERT has two in each layer, and one after the embeddings.',
    see: 'Origins',
  },
  life: {
    forms: ['bars add up to the value', 'one dimension’s life'],
    means:
      'A LayerNorm of gain γ and shift β makes γ (v − m) / s + β of v. That is v and three terms: normalizing (v − m) / s − v, scale (γ − 1)(v − m) / s, and shift β. A layer’s value is the one before, attention, three terms, feed-forward, three terms.',
    see: 'Origins',
  },
  explained: {
    forms: ['share of the differences'],
    means:
      'The squared correlation of the dimension’s value with the token’s position, or with the natural logarithm of how often its like is in the text, over all measured tokens; “both” is the squared multiple correlation.',
    see: 'Origins',
  },
  logFrequency: {
    forms: ['occurs so often', 'word frequency'],
    means: 'How many of the measured tokens are the same piece, counted on this very text.',
    see: 'Origins',
  },
  probe: {
    forms: ['probe', 'Positions can be told from vectors'],
    means:
      'A softmax without bias over positions, trained on vectors of one layer: cross-entropy, Adam at 0.001, batches of 128, 10 epochs. Told right: test tokens whose likeliest position is theirs, over all test tokens.',
    see: 'Position probe',
  },
  mostFrequentPlace: {
    forms: ['always guessing the most frequent place'],
    means: 'The share of test tokens that stand at the position with the most of them.',
    see: 'Position probe',
  },
  probeContribution: {
    forms: ['contribution of a dimension', 'contributes'],
    means:
      'c(d) = the mean over test vectors x of |w x_d|, w being the weight that the probe has at d for the position it tells. Times the mean: over the mean of c over all dimensions.',
    see: 'Position probe',
  },
  perplexity: {
    forms: ['pseudo-perplexity', 'perplexity'],
    means:
      'How unsure a model is of a hidden word, e to the power of the loss: 50 means as unsure as between 50 words that are all equally likely. Lower is better.',
    see: 'Masked-word loss',
  },
  probability: {
    forms: ['probability', 'probabilities'],
    means:
      'The share that the model gives to a word: e^logit over the sum of e^logit of all words of its vocabulary, which together have 1.',
    see: 'Of the vectors',
  },
  guessRank: {
    forms: ['rank'],
    means: 'How many pieces of the vocabulary the model finds likelier than the hidden word, plus one.',
    see: 'Of the vectors',
  },
  loss: {
    forms: ['loss'],
    means:
      'The mean of −ln p over the words that were hidden, p being the probability that the model gives to the right one: 0 would be certain and right every time.',
    see: 'Masked-word loss',
  },
  randomControl: {
    forms: [
      'random dimensions cut',
      'random dimensions',
      'random dimension',
      'other dimensions land when they are drawn at random',
    ],
    means:
      'The control: as many other dimensions, drawn by the seed, are cut in place of these, 20 times. The mean, the lowest and the highest figure say what any cut would do.',
    see: 'Remedies',
  },
  center: {
    forms: ['mean vector away', 'Removing the mean', 'remove the mean'],
    means: 'x − μ, with μ the mean of the measured tokens’ vectors in that layer.',
    see: 'Remedies',
  },
  standardize: {
    forms: [
      'divides each dimension by its standard deviation',
      'standardizing',
      'standardize each dimension',
    ],
    means:
      '(x_d − μ_d) / σ_d, with σ over the measured tokens; where that is less than a millionth of the middle one’s, by a millionth of it.',
    see: 'Remedies',
  },
  topComponents: {
    forms: ['projections on the first principal components', 'top components'],
    means:
      'Mu and Viswanath (2018): with c = x − μ, and u₁ to u_K the first principal components, c − Σ (c · u_k) u_k.',
    see: 'Remedies',
  },
  whiten: {
    forms: ['turns to the principal components', 'Whitening', 'whitened'],
    means:
      'Su and others (2021): each (x − μ) · u_k over its standard deviation. Components with less than 10⁻⁸ of the first one’s variance are dropped.',
    see: 'Remedies',
  },
} as const;
