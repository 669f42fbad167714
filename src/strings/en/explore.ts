import { inWords } from './list.ts';
import { many } from './plural.ts';

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

/** Words of the Explore view. */
export const explore = {
  example,
  /** What is on screen, and what to try next. */
  guide: {
    what: 'A language model turns each token (a word or a part of one) into a vector, a list of numbers. A tail is a place in it whose number lies far from the others for most tokens, whatever they mean.',
    noText: 'Type a sentence, or use the example.',
    awaited: {
      text: (name: string) => `Now open ${name}: the sentences of this link are in it.`,
      model: (name: string) => `Now open the checkpoint ${name}: this link was made with it.`,
    },
    noModel: 'No model is loaded; the notice says why.',
    looking: 'Looking for tails in your sentences…',
    wholeTry: (dim: number, falls: boolean) =>
      falls
        ? `Try it: flip ${dim}’s switch and watch the mean cosine of two random tokens fall.`
        : `Try it: flip ${dim}’s switch and see what becomes of the mean cosine of two random tokens.`,
    noTails: 'No place in the vectors of these tokens lies far from the others in most layers: no tail.',
    noTailsTry:
      'Type more words, since a tail shows over many tokens; or lower the thresholds under “What counts as a tail”.',
    waiting: {
      answer: (dims: string) => `Cutting ${dims}: computing what becomes of the vectors…`,
      model: (dims: string) => `What cutting ${dims} does comes with the model, which is loading.`,
      'no-model': (dims: string) => `What cutting ${dims} does needs the model, which is not loaded.`,
      failed: (dims: string) =>
        `What cutting ${dims} does could not be computed; why is said under the sentences.`,
    },
    waitingTry: 'A cut after the network may need nothing of it.',
    cut: (dims: string, where: string, before: string, after: string) =>
      `With ${dims} cut, the mean cosine of two random tokens ${where}: ${before} → ${after}.`,
    cutTry: (dims: number) =>
      dims > 1
        ? `Now compare with ${dims} random dimensions: do they do as much?`
        : 'Now compare with a random dimension: does it do as much?',
    control: (dims: string, where: string, before: string, after: string) =>
      `With ${dims}, drawn at random, cut instead, the mean cosine of two random tokens ${where}: ${before} → ${after}.`,
    controlAgainst: (dims: string, after: string) => `Cutting ${dims} made it ${after}.`,
    controlInstead: (dims: string) => `Now cut ${dims} instead: does it do more?`,
    /** What the guide's button does. */
    compare: (dims: number) =>
      dims > 1 ? `Compare with ${dims} random dimensions` : 'Compare with a random dimension',
    cutDims: (dims: string) => `Cut ${dims}`,
    exampleAndRule: 'Use the example and our thresholds',
    cutAfter: 'Cut after the network',
    controlTry: 'Now cut a tail in its place.',
  },

  text: {
    title: 'Your sentences',
    hint: 'One a line. They stay in this browser unless you share a link.',
    label: 'Sentences, one a line',
    open: 'Open a file…',
    openLimit: (megabytes: number) => `A file may be of any length; its first ${megabytes} MB are measured.`,
    restore: 'Back to the example',
    specials: 'Count [CLS] and [SEP]',
    specialsWhat: 'what are these?',
    specialsHint: 'Special tokens are always fed to the model; this says whether their vectors are measured.',
    empty: 'There is nothing to measure yet: type a sentence. The charts show the last text until then.',
    useExample: 'Use the example',
    emptyFirst: 'There is nothing to measure yet: type a sentence.',
    tooMany: (over: string, most: number) =>
      `The first ${most} lines are measured; ${many(over, 'more is', 'more are')} kept, but not measured. Drop them as a file to measure all.`,
    truncated: (line: number, tokens: string, kept: string) =>
      `The sentence on line ${line} has ${tokens} tokens and this model reads ${kept}: its end is not measured. Split it over two lines.`,
    truncatedMany: (count: string, lines: readonly number[], more: string, kept: number) =>
      `${count} sentences are longer than the ${kept} tokens this model reads (lines ${lines.join(', ')}${more === '0' ? '' : ` and ${more} more`}): their ends are not measured. Split them over more lines.`,
    oneToken: 'With one token there is no pair to compare. Type a second word or sentence.',
    oneSentence:
      'With one sentence, anisotropy compares the tokens within it. Add a second sentence to compare across sentences.',
    file: (name: string, lines: string) => `${name}, ${many(lines, 'line', 'lines')}`,
    column: 'Column with the sentences',
    chooseColumn: 'Choose a column',
    noColumn: (name: string) => `The file has no column named “${name}”: choose another.`,
    closeFile: 'Back to what you typed',
    shown: (shown: string, of: string) => `The first ${shown} of ${of} lines`,
    counted: (sentences: string, tokens: string) =>
      `${many(sentences, 'sentence', 'sentences')} · ${many(tokens, 'token', 'tokens')}`,
    older: 'Computing… the charts show the text before this one.',
    progress: (done: string, of: string) => `Measured ${done} of ${many(of, 'sentence', 'sentences')}`,
    paused: 'Paused. What is on screen stays live.',
    part: (done: string, of: string) =>
      `You stopped: the charts show ${done} of ${many(of, 'sentence', 'sentences')}, drawn at random.`,
    all: 'Measure all',
    cancelled: (older: boolean) =>
      older ? 'Stopped. The charts show the text before this one.' : 'Stopped.',
    again: 'Measure again',
    overLink:
      'This text is too long for a link: Share leaves it out, and reloading the page would lose it. Keep it as a .txt and drop that.',
    unknown: (count: string, one: boolean) =>
      `${count} ${one ? 'token is' : 'tokens are'} [UNK]: ${one ? 'a word or sign' : 'words or signs'} that this model has no pieces for. It reads ${one ? 'it' : 'them all'} as the same unknown word. Use another model whose vocabulary has ${one ? 'it' : 'them'}, or write ${one ? 'it' : 'them'} differently.`,
    /** `lines`: the first few. */
    broken: (lines: readonly number[], more: number) =>
      `A broken character on ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${more === 0 ? '' : ` and ${more} more`} was read as the sign for an unreadable one (U+FFFD). Type it again.`,
    failed: 'The charts show the last text that worked.',
    loading: 'The model is loading; your sentences are measured as soon as it is there.',
  },

  tokens: {
    title: 'Tokens',
    label: 'Tokens as the model reads them',
    hint: 'Point at one to find it in the charts; arrow keys move.',
    /** Where what stands before is cut or remedied. */
    notTreated:
      'Charts of dimensions do not mark it while “before” is cut or remedied: its vector here is as the network makes it.',
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
  sample: (model: string, measured: string, specials: boolean, seed: number) =>
    `${model} · ${measured} · specials ${specials ? 'in' : 'out'} · seed ${seed}`,
  cutNote: {
    after: (dims: string) => `${dims} cut after the network`,
    inside: (dims: string) => `${dims} cut inside the network`,
  },
  tokensMeasured: (tokens: string) => many(tokens, 'token', 'tokens'),
  partMeasured: (tokens: string, sentences: string, of: string) =>
    `${many(tokens, 'token', 'tokens')} of ${sentences} of ${of} sentences`,
  list: (dims: readonly number[]) => inWords(dims),

  spike: {
    sentence: (dims: number, tokens: string) =>
      `Mean value of each of the ${dims} dimensions over ${many(tokens, 'token', 'tokens')}. A tail is a spike at the same place in many layers.`,
    summary: (where: string, low: number, lowValue: string, high: number, highValue: string) =>
      `Mean values ${where}: the smallest is dimension ${low} at ${lowValue}, the largest dimension ${high} at ${highValue}.`,
  },
  multiples: {
    sentence: 'The same mean values, layer by layer. Click one to look at it.',
    summary: (count: number) => `${count} small plots of mean values, one for each layer.`,
  },
  histogram: {
    sentence: (others: number) =>
      `How the values of each are spread over the tokens, against the ${others} dimensions not drawn.`,
    sentenceInside: 'The outline is after the cut or remedy.',
    summary: (dim: number, where: string, minima: string, maxima: string, of: string) =>
      `Dimension ${dim} ${where} is the minimum of ${minima} and the maximum of ${maxima} of ${many(of, 'vector', 'vectors')}.`,
    more: (count: number) =>
      `${count} more ${count === 1 ? 'tail is' : 'tails are'} not drawn: choose one in another chart.`,
  },
  shares: {
    min: 'Smallest',
    max: 'Largest',
    choose: 'Which extreme',
    side: { min: 'smallest', max: 'largest' },
    sentence: {
      min: 'Which dimension is the minimum of each vector, by layer.',
      max: 'Which dimension is the maximum of each vector, by layer.',
    },
    after: 'The thin bars are after the cut or remedy, among the dimensions that are left.',
    /** Of vectors that are missing from the chosen layer's thin bar. */
    beyond: (n: string, side: 'min' | 'max') =>
      `Of ${n} ${n === '1' ? 'vector' : 'vectors'} in this layer the two ${side === 'min' ? 'smallest' : 'largest'} are both cut: the thin bar leaves ${n === '1' ? 'it' : 'them'} out.`,
    /** The same of the broad bar, where what stands before is cut too. */
    beyondBefore: (n: string, side: 'min' | 'max') =>
      `Of ${n} ${n === '1' ? 'vector' : 'vectors'} in this layer the two ${side === 'min' ? 'smallest' : 'largest'} are both cut before: the bar leaves ${n === '1' ? 'it' : 'them'} out.`,
    summary: (side: string, rows: string) =>
      `Share of vectors whose ${side} element is each dimension. ${rows}`,
    row: (layer: string, dim: number, percent: string) => `${layer}: ${dim}, ${percent}.`,
  },
  heat: {
    sentence:
      'Every layer and dimension: how far its mean lies from the layer’s other dimensions, in standard deviations (z). A tail is a vertical streak.',
    cut: 'Beside it, a line through the layers where it is cut; the lower part of each row is after it.',
    summary: (dim: number, layer: string, z: string) =>
      `The dimension farthest out is ${dim} in ${layer}, at z ${z}.`,
  },
  similarity: {
    titleWords: 'Same word, same sense?',
    titleTokens: 'Which tokens look alike',
    titleSentences: 'Which sentences look alike',
    sentence: (what: string, where: string) => `Cosine of ${what} ${where}; 1 means the same direction.`,
    /** What a reader should look at. */
    look: {
      words:
        'Hold a word’s own pairs (numbered ¹ ² …) against pairs of different words: if both are high, all words look alike. See which of the two a cut lowers.',
      tokens:
        'Look for pairs that have nothing in common and are high all the same, and see whether a cut lowers them.',
      sentences:
        'Look for sentences that have nothing in common and are high all the same, and see whether a cut lowers them.',
    },
    what: {
      words: 'the words that come back in other sentences',
      tokens: 'tokens',
      sentences: 'sentences (their tokens’ mean)',
    },
    modes: { words: 'Words', tokens: 'Tokens', sentences: 'Sentences' },
    choose: 'What to compare',
    noWords:
      'No word that the model keeps in one piece comes back in a second sentence (words of grammar and of one or two letters aside). Use one in two senses (“a match in the rain”, “strike a match”), or compare tokens or sentences.',
    tooFew: 'There is nothing to compare yet. Add a second sentence.',
    summary: (items: number, before: string, after: string) =>
      `${items} items compared; mean cosine ${before} before${after === '' ? '' : `, ${after} after`}.`,
    sentenceLabel: (line: number, words: string) => `${line} ${words}`,
    most: (shown: number, of: string) => `the first ${shown} of ${of}`,
    waiting: 'Comes with the model.',
  },
  anisotropy: {
    titleNone: 'How alike two random tokens are',
    sentence:
      'Mean cosine of two random tokens (anisotropy). At 0 vectors point every way; at 1 one way, a narrow cone; below 0 apart. Point at a token to see its own.',
    token: (text: string) => `“${text}”`,
    pairsAll: (pairs: string) =>
      `${pairs === '1' ? 'the only pair' : `all ${pairs} pairs`} of tokens of different sentences`,
    pairsSampled: (pairs: string) => `${many(pairs, 'random pair', 'random pairs')} of different sentences`,
    pairsWithin: (pairs: string) => `${many(pairs, 'pair', 'pairs')} within one sentence`,
    seriesBefore: 'before',
    seriesAfter: 'after',
    axis: 'mean cosine',
    summary: (rows: string) => `Anisotropy by layer. ${rows}`,
    row: (layer: string, before: string, after: string) =>
      `${layer}: ${before}${after === '' ? '' : ` to ${after}`}.`,
  },
  /** Cuts of random dimensions beside the cut. */
  random: {
    choice: (draws: number) => `beside ${draws} random cuts`,
    hint: 'The control: what cutting as many random dimensions instead would do',
    line: (draws: number, dims: number) =>
      `Dashed, in a grey band: the mean and range of ${draws} cuts of ${many(dims, 'random dimension', 'random dimensions')} instead; what changes nothing lies under the line of before.`,
    means: (draws: number, parts: string) => `With ${draws} random cuts instead: ${parts}.`,
    range: (mean: string, low: string, high: string) => `${mean} (${low} to ${high})`,
    noCut: 'Random cuts are drawn beside a cut: switch a dimension.',
    needsRun:
      'Random cuts are drawn beside a cut after the network alone: for any other the text would have to be run once for each.',
    noModel: 'The random cuts come with the model.',
    awaited: 'The random cuts are being worked out…',
  },
  contribution: {
    title: (dim: number, percent: string) => `${dim} brings ${percent} of the cosine`,
    titleNone: 'Who carries the cosine',
    whole: (mean: string) => `all pairs of tokens of different sentences, mean cosine ${mean}`,
    sentence: (where: string) => `What each dimension adds to the cosine of two random tokens ${where}.`,
    shorter: 'A cut also shortens the vectors, so the cosine falls by less than what the dimension brought.',
    unknown: 'Of what is left afterwards, only what is known so far is drawn.',
    needTwo: 'This needs tokens of two sentences. Add a second sentence.',
    summary: (rows: string) => `Largest contributions. ${rows}`,
    row: (dim: number, value: string, percent: string, after: string) =>
      `${dim}: ${value}${percent === '' ? '' : `, ${percent}`}${after === '' ? '' : `; ${after} after`}.`,
  },
  rule: {
    title: 'What counts as a tail',
    sentence:
      'A dimension is a tail of a layer when it is the smallest or largest of at least this share of vectors, or its mean lies at least this many standard deviations from the others; and of the model when it is one in at least half of the layers. The thresholds are ours: move them.',
    special: (share: string) =>
      `A dimension that is no tail of all vectors may be one of a special token alone, [CLS] or [SEP]: the smallest or largest of at least ${share} of that token’s vectors, in at least half of the layers.`,
    floors: (vectors: number, specials: number) =>
      `With fewer than ${vectors} tokens nothing is called a tail, and with fewer than ${specials} of a special token nothing is called a tail of it: chance would name too many.`,
    carriers:
      'A tail “of words” (or [CLS], or [SEP]) is the extreme of at least the share above of those tokens’ own vectors, in the layers where it is a tail. Where none is named, either all kinds carry it, or none does and only its mean stands out.',
    share: 'Share of vectors',
    z: 'Standard deviations',
    seed: 'Seed of random choices',
    seedWrong: 'Type a whole number from 0 to 4294967295.',
  },
  regions: { charts: 'Charts', effects: 'What cutting does' },
};
