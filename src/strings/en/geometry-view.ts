import { many } from './plural.ts';

/** Words of the Geometry view. */
export const geometryView = {
  title: 'Geometry: how do the vectors lie?',
  lead: 'Do the vectors of unlike tokens point the same way, and do they use all the directions that they have? Every chart shows them before and after what the bar above does.',
  data: 'Sentences whose tokens are measured',
  what: 'vectors',
  columns: {
    before: 'before',
    after: 'after',
    low: 'before, 2.5 %',
    high: 'before, 97.5 %',
    afterLow: 'after, 2.5 %',
    afterHigh: 'after, 97.5 %',
  },
  anisotropy: {
    name: 'Anisotropy',
    sentence:
      'The mean cosine of two random tokens of different sentences, over all pairs there are, by layer. Bars: the middle 95 % of a bootstrap, 1,000 resamples of the sentences.',
    interval: (where: string, low: string, high: string) => ` ${where} before: ${low} to ${high}.`,
    intervalAfter: (low: string, high: string) => ` After: ${low} to ${high}.`,
    estimated: (pairs: string) => ` The line after is estimated from ${pairs} pairs until all are measured.`,
    oneSentence: 'One sentence alone has no two tokens of different sentences.',
    axis: 'mean cosine',
    sample: (sentences: string, tokens: string) =>
      `${many(sentences, 'sentence', 'sentences')}, ${many(tokens, 'token', 'tokens')}`,
  },
  spread: {
    title: (where: string, low: string, high: string) =>
      `Nine cosines of ten lie from ${low} to ${high} ${where}`,
    titleMoved: (doing: string, before: string, after: string, where: string) =>
      `${doing} moves the middle cosine from ${before} to ${after} ${where}`,
    titleSame: (doing: string, where: string) => `${doing} leaves the cosines where they are ${where}`,
    sentence:
      'The cosines of the same pairs of tokens, layer by layer: grey before, the outline after. Vectors that point every way have their cosines around 0.',
    pairs: (pairs: string, complete: boolean, within: boolean) =>
      `${complete ? 'all ' : ''}${many(pairs, 'pair', 'pairs')} of tokens ${within ? 'of the one sentence' : 'of different sentences'}${complete ? '' : ', drawn at random'}`,
    columns: ['layer', 'cosine from', 'to', 'share before', 'share after'],
    axis: 'cosine',
    none: 'There are no two tokens to compare.',
    summary: (row: string, before: string, after: string) =>
      `${row}: middle ${before}${after === '' ? '' : `, after ${after}`}.`,
  },
  even: {
    isoScore: {
      name: 'IsoScore',
      titleWhole: (value: string, where: string) =>
        `Vectors spread over their space at IsoScore ${value} ${where}`,
      sentence:
        'IsoScore: 1 where the vectors vary as much in every direction of their space, 0 where they vary in one alone. Cut dimensions stay directions of it. By layer, over all tokens.',
      axis: 'IsoScore',
      none: 'Vectors that are all the same do not vary in any direction: they have no IsoScore.',
    },
    kurtosis: {
      name: 'kurtosis',
      titleWhole: (value: string, where: string) => `Kurtosis over dimensions is ${value} ${where}`,
      sentence:
        'Kurtosis of the dimensions’ sizes: 1 where all dimensions are as large (root mean square over tokens), as many as there are dimensions where one has everything. A tail lifts it.',
      axis: 'kurtosis',
    },
    titleRises: (doing: string, name: string, before: string, after: string, where: string) =>
      `${doing} lifts ${name} from ${before} to ${after} ${where}`,
    titleFalls: (doing: string, name: string, before: string, after: string, where: string) =>
      `${doing} lowers ${name} from ${before} to ${after} ${where}`,
    titleSame: (doing: string, name: string, value: string, where: string) =>
      `${doing} leaves ${name} at ${value} ${where}`,
  },
  contribution: {
    title: (dim: number, share: string, where: string) => `${dim} brings ${share} of the anisotropy ${where}`,
    titleNone: (where: string) => `No dimension brings much to the anisotropy ${where}`,
    sentence:
      'What each dimension brings to the mean cosine of two random tokens: its part of the dot product of vectors of length 1. They add up to the anisotropy.',
    row: (dim: number, before: string, after: string) =>
      `${dim}: ${before}${after === '' ? '' : `, after ${after}`}.`,
    oneSentence:
      'One sentence alone has no two tokens of different sentences, and so no cosine that dimensions could bring something to.',
    none: 'What each dimension brings cannot be told here: the columns of all dimensions are not at hand.',
  },
  control: {
    title: 'Would any dimension do as much?',
    hint: (draws: number, dims: number, where: string) =>
      `As many random dimensions cut instead (${dims}), ${draws} times, ${where}: mean, lowest and highest.`,
    inside:
      'A cut inside the network changes every vector above it: each random cut would be a run of its own. Cut after the network to see twenty of them here.',
    alone:
      'These rows are of the cut alone, on vectors that nothing else was done to: neither a remedy nor another “before” is in them.',
    rows: {
      anisotropy: (pairs: string) => `mean cosine of ${pairs} drawn pairs`,
      isoScore: 'IsoScore',
      kurtosis: 'kurtosis',
    },
    /** How the first row differs from the anisotropy above it, and from the command's. */
    ofPairs: (pairs: string) =>
      `The first row is of the ${pairs} pairs of tokens that are at hand, and so off the anisotropy over all pairs by chance; cut and control alike. The command has it over all pairs: npm run measure -- geometry --control.`,
  },
  self: {
    title: 'Words',
    hint: 'A word’s own vectors in different sentences, as measured and less what any two tokens share.',
  },
  map: {
    components: {
      name: 'Components',
      title: (share: string, where: string) => `Two directions hold ${share} of what varies ${where}`,
      titleMoved: (before: string, after: string, where: string) =>
        `Two directions hold ${before} of what varies ${where}, and ${after} after`,
      sentence:
        'Tokens in the plane of the two directions along which the vectors vary most (principal components over all tokens). Each side has its own. An arrow is a dimension’s own direction: a long one makes the plane.',
      axis: (number: number, share: string) => `component ${number}: ${share}`,
    },
    umap: {
      name: 'UMAP',
      titleIdle: 'Neighbours: a map by UMAP',
      title: (where: string) => `Tokens that point the same way lie near each other ${where}`,
      idle: (points: string) =>
        `UMAP lays ${points} tokens out so that those with a large cosine lie near each other. Distances across the map mean little; who is next to whom does. It takes some seconds.`,
      run: 'Draw the map',
      again: 'Draw it for what is chosen now',
      stop: 'Stop',
      progress: (done: number, of: number) => `Round ${done} of ${of}`,
      label: 'Rounds of the map that are done',
      few: 'A map needs ten tokens or more.',
      sentence:
        'Distances across a map of UMAP mean little; who is next to whom does. Both sides start from the same seed.',
    },
    control: 'Token',
    points: (points: string, of: string) =>
      points === of ? many(points, 'token', 'tokens') : `${points} of ${of} tokens, drawn at random`,
    columns: ['token', 'sentence', 'x before', 'y before', 'x after', 'y after'],
    summary: 'Every token has a place; the table lists them.',
    pointed: (token: string, sentence: string) => `${token} · ${sentence}`,
    point: 'Point at a token to read its sentence.',
  },
} as const;
