/** Eight everyday sentences: four words, each in two senses. */
const example = [
  'The spring in my watch has broken.',
  'Every spring the river floods my garden.',
  'She struck a match and lit the stove.',
  'The team won the match in heavy rain.',
  'The box was light enough to carry home.',
  'Please turn off the light before bed.',
  'They play cards on the morning train.',
  'The whole school came to see the play.',
].join('\n');

function many(count: string, one: string, more: string): string {
  return `${count} ${count === '1' ? one : more}`;
}

/** Words of the Explore view. */
export const explore = {
  example,
  intro:
    'A language model turns each word into a list of numbers. A tail is one place in that list that is the smallest or the largest number of nearly every word, whatever the word means.',
  introTry: 'Try it: flip a tail’s switch above to cut it, and watch unlike words stop looking alike.',

  text: {
    title: 'Your sentences',
    hint: 'One a line. They never leave this browser.',
    label: 'Sentences, one a line',
    open: 'Open a .txt…',
    restore: 'Back to the example',
    specials: 'Count [CLS] and [SEP]',
    specialsHint: 'Special tokens are always fed to the model; this says whether their vectors are measured.',
    empty: 'There is nothing to measure yet: type a sentence. The charts show the last text until then.',
    emptyFirst: 'There is nothing to measure yet: type a sentence.',
    tooMany: (over: number, most: number) =>
      `The first ${most} lines are measured; ${many(String(over), 'more is', 'more are')} kept but not. Drop them as a .txt to measure all.`,
    truncated: (sentence: number, tokens: number, kept: number) =>
      `Sentence ${sentence} has ${tokens} tokens and this model reads ${kept}: its end is not measured. Split it over two lines.`,
    truncatedMany: (count: number, sentence: number, kept: number) =>
      `${count} sentences, the first on line ${sentence}, are longer than the ${kept} tokens this model reads: their ends are not measured. Split them over more lines.`,
    oneToken: 'With one token there is no pair to compare. Type a second word or sentence.',
    oneSentence:
      'With one sentence, anisotropy compares the tokens within it. Add a second sentence to compare across sentences.',
    noTokens: 'Nothing here gave a token to measure. Type a word, or count [CLS] and [SEP] in.',
    file: (name: string, lines: string) => `${name}, ${many(lines, 'line', 'lines')}`,
    closeFile: 'Back to what you typed',
    shown: (shown: string, of: string) => `The first ${shown} of ${of} lines`,
    counted: (sentences: string, tokens: string) =>
      `${many(sentences, 'sentence', 'sentences')} · ${many(tokens, 'token', 'tokens')}`,
    older: 'Computing… the charts show the text before this one.',
    progress: (done: string, of: string) => `Measured ${done} of ${of} sentences`,
    cancel: 'Stop',
    cancelled: 'Stopped. The charts show the text before this one.',
    failed: 'The charts show the last text that worked.',
    loading: 'The model is loading; your sentences are measured as soon as it is there.',
  },

  tokens: {
    title: 'Tokens',
    label: 'Tokens as the model reads them',
    hint: 'Point at one to find it in every chart; arrow keys move.',
    special: (text: string) => `${text}, special token`,
    more: (count: string) => `${many(count, 'more token', 'more tokens')} not shown`,
    value: (token: string, dim: number, layer: string, value: string) =>
      `${token}: dimension ${dim} is ${value} in ${layer}`,
    none: (dim: number, layer: string) => `dimension ${dim} in ${layer}`,
    waiting: (token: string) => `${token}: its vector comes with the model`,
  },

  layer: (layer: number) => (layer === 0 ? 'embeddings' : `layer ${layer}`),
  inLayer: (layer: number) => (layer === 0 ? 'in the embeddings' : `in layer ${layer}`),
  atLayer: (layer: number) => (layer === 0 ? 'the embeddings' : `layer ${layer}`),
  shortLayer: (layer: number) => (layer === 0 ? 'emb' : String(layer)),
  sampleNoSeed: (model: string, tokens: string, specials: boolean) =>
    `${model} · ${many(tokens, 'token', 'tokens')} · specials ${specials ? 'in' : 'out'}`,
  list: (dims: readonly number[]) => {
    const words = dims.map(String);
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
  },

  spike: {
    titleOne: (where: string) => `One dimension stands out ${where}`,
    titleMany: (count: string, where: string) => `${count} dimensions stand out ${where}`,
    titleNone: (where: string) => `No dimension stands out ${where}`,
    numbers: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'],
    sentence: (dims: number, tokens: string) =>
      `Mean value of each of the ${dims} dimensions over ${many(tokens, 'token', 'tokens')}. A tail is a spike at the same place in many layers.`,
    summary: (where: string, low: number, lowValue: string, high: number, highValue: string) =>
      `Mean values ${where}: the smallest is dimension ${low} at ${lowValue}, the largest dimension ${high} at ${highValue}.`,
  },
  multiples: {
    title: (dim: number, layers: string) => `${dim} is a spike in ${layers}`,
    titleNone: 'No spike stays in place from layer to layer',
    sentence: 'The same mean values, layer by layer. Click one to look at it.',
    summary: (count: number) => `${count} small plots of mean values, one for each layer.`,
    layers: (layers: string) => `layers ${layers}`,
  },
  histogram: {
    title: (dim: number, where: string) => `${dim} lives apart ${where}`,
    titleTogether: (dim: number, where: string) => `${dim} is among the others ${where}`,
    sentence: (dims: number) =>
      `How its values are spread over the tokens, against the other ${dims - 1} dimensions.`,
    summary: (dim: number, where: string, minima: string, maxima: string, of: string) =>
      `Dimension ${dim} ${where} is the minimum of ${minima} and the maximum of ${maxima} of ${of} vectors.`,
    more: (count: number) => `${count} more ${count === 1 ? 'tail' : 'tails'}`,
  },
  shares: {
    min: 'Smallest',
    max: 'Largest',
    choose: 'Which extreme',
    title: (dim: number, side: string, percent: string, where: string) =>
      `${dim} is the ${side} of ${percent} of vectors ${where}`,
    side: { min: 'smallest', max: 'largest' },
    sentence: {
      min: 'Which dimension is the minimum of each vector, by layer.',
      max: 'Which dimension is the maximum of each vector, by layer.',
    },
    summary: (side: string, rows: string) =>
      `Share of vectors whose ${side} element is each dimension. ${rows}`,
    row: (layer: string, dim: number, percent: string) => `${layer}: ${dim}, ${percent}.`,
  },
  heat: {
    title: (dim: number, layers: string) => `${dim} keeps its place through ${layers}`,
    titleNone: 'No dimension keeps out of line from layer to layer',
    sentence:
      'Every layer and dimension: how far its mean lies from the layer’s other dimensions. A tail is a vertical streak.',
    summary: (dim: number, layer: string, z: string) =>
      `The dimension farthest out is ${dim} in ${layer}, at z ${z}.`,
  },
  similarity: {
    titleWords: 'Same word, same sense?',
    titleTokens: 'Which tokens look alike',
    titleSentences: 'Which sentences look alike',
    sentence: (what: string, where: string) => `Cosine of ${what} ${where}; 1 means the same direction.`,
    what: {
      words: 'the words that come back in other sentences',
      tokens: 'tokens',
      sentences: 'sentences (their tokens’ mean)',
    },
    modes: { words: 'Words', tokens: 'Tokens', sentences: 'Sentences' },
    choose: 'What to compare',
    noWords:
      'No word comes back in a second sentence. Use one in two senses (“a match in the rain”, “strike a match”), or compare tokens or sentences.',
    tooFew: 'There is nothing to compare yet. Add a second sentence.',
    summary: (items: number, before: string, after: string) =>
      `${items} items compared; mean cosine ${before} before${after === '' ? '' : `, ${after} after the cut`}.`,
    sentenceLabel: (line: number, words: string) => `${line} ${words}`,
    most: (shown: number, of: string) => `the first ${shown} of ${of}`,
    waiting: 'Comes with the model.',
  },
  anisotropy: {
    titleCut: (dims: string) => `Cutting ${dims} opens the cone`,
    titleControl: (dims: string) => `Cutting ${dims} at random changes little`,
    titleControlMuch: (dims: string) => `Cutting ${dims} at random, and it moves`,
    titleCloses: (dims: string) => `Cutting ${dims} narrows the cone`,
    titleSame: (dims: string) => `Cutting ${dims} changes little`,
    titleWhole: (value: string, where: string) => `Two random tokens have cosine ${value} ${where}`,
    sentence:
      'Mean cosine of two random tokens (anisotropy). At 0 vectors point every way; at 1 all point one way, a narrow cone.',
    pairsAll: (pairs: string) => `all ${pairs} pairs of tokens of different sentences`,
    pairsSampled: (pairs: string, seed: number) =>
      `${pairs} random pairs of different sentences, seed ${seed}`,
    pairsWithin: (pairs: string) => `${pairs} pairs within one sentence`,
    whole: 'whole',
    after: (dims: string) => `${dims} cut`,
    seriesBefore: 'before',
    seriesAfter: 'after the cut',
    axis: 'mean cosine',
    summary: (rows: string) => `Anisotropy by layer. ${rows}`,
    row: (layer: string, before: string, after: string) =>
      `${layer}: ${before}${after === '' ? '' : ` to ${after}`}.`,
  },
  contribution: {
    title: (dim: number, percent: string) => `${dim} brings ${percent} of the cosine`,
    titleNone: 'Who carries the cosine',
    sentence: (where: string) => `What each dimension adds to the cosine of two random tokens ${where}.`,
    needTwo: 'This needs tokens of two sentences. Add a second sentence.',
    summary: (rows: string) => `Largest contributions. ${rows}`,
    row: (dim: number, value: string, percent: string) => `${dim}: ${value}, ${percent}.`,
  },
  rule: {
    title: 'What counts as a tail',
    sentence:
      'A dimension is a tail of a layer when it is the smallest or largest of at least this share of vectors, or its mean lies at least this many standard deviations from the others; and of the model when it is one in at least half of the layers. The thresholds are ours: move them.',
    share: 'Share of vectors',
    z: 'Standard deviations',
    seed: 'Seed of random choices',
  },
  regions: { charts: 'Charts', effects: 'What cutting does' },
};
