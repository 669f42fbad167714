/** What the terms of the page mean, each in a sentence or two. `forms`: how a sentence may write it. */
export const glossary = {
  token: {
    forms: ['tokens', 'token'],
    means: 'A piece of text as the model reads it: a word, a part of one (“##s”), or a mark.',
  },
  vector: {
    forms: ['vectors', 'vector'],
    means: 'A list of numbers. The model has one for each token after each of its layers.',
  },
  dimension: {
    forms: ['dimensions', 'dimension'],
    means: 'One place in the vector, by its number. The bundled model has 256 of them, numbered from 0.',
  },
  layer: {
    forms: ['layers', 'layer'],
    means:
      'One step of the network. Each layer takes every token’s vector and gives a new one; the embeddings are what goes into the first.',
  },
  cosine: {
    forms: ['cosine', 'cosines'],
    means:
      'How alike the directions of two vectors are: 1 is the same direction, 0 is unrelated, −1 is opposite.',
  },
  anisotropy: {
    forms: ['anisotropy'],
    means:
      'The mean cosine of two random tokens. Near 0 the vectors point every way; near 1 they all point one way, so that unlike words look alike.',
  },
  specialTokens: {
    forms: ['[CLS] and [SEP]', '[CLS]', '[SEP]'],
    means:
      'Tokens the model itself puts around a sentence: [CLS] at its start, [SEP] at its end. They stand for no word.',
  },
  specials: {
    forms: ['specials'],
    means: 'The special tokens [CLS] and [SEP]; “in” means that their vectors are measured too.',
  },
  sd: {
    forms: ['standard deviations', 'sd'],
    means:
      'Standard deviation: how far values usually lie from their mean. A value 10 of them away is far outside.',
  },
  z: {
    forms: ['z'],
    means: 'How many standard deviations a dimension’s mean lies from the layer’s other dimensions.',
  },
  seed: {
    forms: ['seed'],
    means: 'The number that random choices start from. The same seed makes the same choices again.',
  },
  runsOn: {
    forms: ['WASM × n'],
    means:
      'Where the model runs, always in your browser: WebGPU on the graphics card, WASM on the processor, and × how many threads at once.',
  },
  where: {
    forms: ['Where'],
    means:
      'After the network: the finished vectors get a 0 at this place, as in the paper. Inside it: the place is set to 0 after every layer, and the layers above work without it.',
  },
  perplexity: {
    forms: ['perplexity'],
    means:
      'How unsure a model is of a hidden word: 50 means as unsure as between 50 words that are all equally likely. Lower is better.',
  },
  maskedWord: {
    forms: ['masked words', 'masked word', 'hidden words', 'hidden word'],
    means:
      'A word replaced by [MASK] (RoBERTa writes <mask>). Models of this family are trained to say what stood there.',
  },
  head: {
    forms: ['masked-word head', 'head'],
    means:
      'The last part of a masked language model: it turns a vector into a number for every word of the vocabulary. It reads the last layer only.',
  },
  probability: {
    forms: ['probability', 'probabilities'],
    means:
      'The share that the model gives to a word: all words of its vocabulary together have 1. docs/measures.md, “Masked words”.',
  },
  loss: {
    forms: ['loss'],
    means:
      'The mean of −ln of the probability that the model gives to the words that were hidden: 0 would be certain and right every time. docs/measures.md, “Masked-word loss”.',
  },
  heldOut: {
    forms: ['held-out text', 'held out', 'text it never read'],
    means: 'Text that was put aside before training, so that a model cannot have learned it by heart.',
  },
  positionEmbeddings: {
    forms: ['position embeddings'],
    means:
      'Vectors that are added to the tokens’ own to say where in the sentence each stands. Without them a model sees a bag of words.',
  },
  kurtosis: {
    forms: ['Kurtosis', 'kurtosis'],
    means:
      'How unevenly something is shared out. Here: the mean of the fourth powers of the dimensions’ typical sizes over the square of the mean of their squares.',
  },
  layerNorm: {
    forms: ['LayerNorm'],
    means:
      'A step that brings each vector to a standard length, then gives every dimension a gain (γ) and a shift (β) that were learned. BERT has two in each layer, and one after the embeddings.',
  },
  optimizer: {
    forms: ['optimizer'],
    means:
      'The rule by which training changes the weights. It remembers how they changed before; a fresh one has forgotten it.',
  },
  spearman: {
    forms: ['Spearman’s correlation'],
    means:
      'How far two lists agree on the order, in hundredths: 100 is the same order, 0 no relation, −100 the opposite. Only ranks count, not how far apart values are.',
  },
  pearson: {
    forms: ['Pearson’s correlation'],
    means:
      'How nearly two lists lie on a straight line when drawn against each other, in hundredths: 100 is exactly on a rising one, 0 not at all, −100 on a falling one.',
  },
  f1: {
    forms: ['F1'],
    means:
      'The harmonic mean of two shares: how many of the constituents found are in the gold tree, and how many of the gold tree’s are found.',
  },
  roc: {
    forms: ['area under the ROC curve'],
    means:
      'How often a pair in one sense has a larger cosine than a pair in two: 1 is always, .5 is no better than guessing. It needs no threshold.',
  },
  selfSimilarity: {
    forms: ['self-similarity'],
    means:
      'The mean cosine of a word’s own vectors in different sentences. High: the vector is nearly the same wherever the word stands.',
  },
  isoScore: {
    forms: ['IsoScore'],
    means:
      'Of Rudman and others (2022): the variances along the principal components, compared with equal ones. With PR the squared sum of the variances over the sum of their squares, and n dimensions: (PR − 1) / (n − 1).',
  },
  components: {
    forms: ['principal components'],
    means:
      'The directions along which vectors vary most, each at right angles to those before it: eigenvectors of the covariance.',
  },
  bootstrap: {
    forms: ['bootstrap'],
    means:
      'Sentences are drawn anew from those at hand, with repeats, again and again, and the figure is taken each time: how far it moves says how far it would with other sentences of the same kind. No sentence is paired with its own copy.',
  },
  umap: {
    forms: ['UMAP'],
    means:
      'McInnes, Healy and Melville (2018): a layout in the plane that keeps each point’s 15 nearest neighbours, here by cosine, near it.',
  },
  contribution: {
    forms: ['brings to the mean cosine'],
    means:
      'Timkey and van Schijndel (2021): the mean over pairs of x·y at this dimension over the two norms. Over all dimensions it adds up to the anisotropy.',
  },
  logistic: {
    forms: ['logistic regression'],
    means:
      'A classifier that gives each dimension a weight and adds up. It learns which dimensions to look at, and so can pass over a tail.',
  },
  tail: {
    forms: ['tails', 'tail'],
    means:
      'A dimension that is out of line for most tokens, whatever they mean, and in many layers. The rule is under “What counts as a tail”.',
  },
} as const;
