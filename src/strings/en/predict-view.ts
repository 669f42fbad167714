import { many } from './plural.ts';

/** Words of the Predict view. */
export const predictView = {
  title: 'Predict: does the model miss the tail?',
  lead: 'The model was trained to guess hidden words. Here it guesses them four times: whole, with the tail cut after the network (the masked-word head reads finished vectors without it), with the tail cut inside (every layer above works without it), and with as many random dimensions cut inside.',
  two: {
    title: 'Two findings that seem to disagree',
    after:
      'Luo, Kulmizev and Mao (2021) cut tails after the network, from vectors that are finished: cosines between words then tell more, and no task of theirs suffers.',
    inside:
      'Kovaleva and others (2021) switch a few such dimensions off inside the network, in its LayerNorms, and find the guesses ruined: the network needs them.',
    both: 'Both can be true. The columns and the chart below make both cuts of the same dimensions on the same words, beside as many random ones.',
  },
  /** Sentences of public/examples/sentences.txt with a word hidden; the first is on screen at first. */
  examples: [
    { text: 'A stone bridge crosses the [MASK] near the old mill.', word: 'river' },
    { text: 'The [MASK] leaves the station at ten past six every morning.', word: 'train' },
    { text: 'My first teacher was a tall man with a very small [MASK].', word: 'voice' },
    { text: 'The river freezes in a hard [MASK], and people skate to the island.', word: 'winter' },
  ],
  example: 'A stone bridge crosses the [MASK] near the old mill.',
  field: 'A sentence with a masked word',
  fieldHint: 'Write [MASK] (or <mask>) where a word is to be guessed, or press a word to hide it.',
  wordsLabel: 'Words of the sentence: press one to hide it',
  hide: (word: string) => `Hide “${word}”`,
  show: (word: string) => `Show “${word}” again`,
  hidden: 'A hidden word. Write another in its place above.',
  tryOne: 'Try',
  noMask: 'No word is hidden yet. Press one of the words, or write [MASK] in place of one.',
  noModel: 'The model is on its way; its guesses follow when it has loaded.',
  noHead:
    'This model cannot guess words here, so there is nothing to compare. The other views work with it all the same; for this one choose a model with a masked-word head under the model’s name, such as the one that comes with the page.',
  guessing: 'Guessing…',
  again: 'Try again',

  cut: {
    saved: (dims: string) => `cut: ${dims}`,
    /** What the two cuts are of. */
    switched: (dims: string) => `Cut here: ${dims}, as the bar above says.`,
    random: (dims: string) => `Cut here: ${dims}, drawn at random as the bar above says.`,
    tails: (dims: string) =>
      `Nothing is cut in the bar above, so these two cuts take the tails of your text: ${dims}.`,
    none: 'Your text has no tails, and nothing is cut in the bar above: cut any dimension there to compare.',
  },

  columns: {
    whole: 'whole',
    after: 'cut after the network',
    inside: 'cut inside it',
    random: 'random cut inside',
    shortAfter: 'cut after',
    shortInside: 'cut inside',
    shortRandom: 'random',
  },
  guesses: {
    sentence:
      'The ten likeliest words for the masked word and the probability the model gives to each. A plus marks a word that the whole model does not have among its ten, an arrow one that has moved; where there is room, lines follow a word from column to column.',
    titleWhole: (word: string, p: string) => `The model guesses “${word}”, at ${p}`,
    same: (d: { word: string; whole: string; after: string; inside: string }) =>
      `“${d.word}” stays first: ${d.whole} whole, ${d.after} cut after, ${d.inside} cut inside`,
    insideOther: (d: { word: string; whole: string; inside: string; p: string }) =>
      `Cut after, “${d.word}” stays first; cut inside, “${d.inside}” takes its place at ${d.p} (“${d.word}” had ${d.whole})`,
    afterOther: (d: { word: string; after: string }) =>
      `Cut after the network, “${d.after}” takes the first place of “${d.word}”; cut inside, “${d.word}” keeps it`,
    bothOther: (d: { word: string; after: string; inside: string }) =>
      d.after === d.inside
        ? `With either cut “${d.after}” takes the first place of “${d.word}”`
        : `“${d.word}” loses the first place: to “${d.after}” cut after, to “${d.inside}” cut inside`,
    of: (number: number, of: number, title: string) => (of > 1 ? `Mask ${number}: ${title}` : title),
    sample: (model: string, sentence: string) => `${model} · ${sentence}`,
    random: (dims: string, seed: number) => `random: ${dims}, drawn with seed ${seed}`,
    table: (name: string) => [name, 'probability'] as const,
    place: 'place',
    word: 'word',
    summary: (name: string, words: readonly string[]) => `${name}: ${words.join(', ')}.`,
    said: (word: string, p: string) => `${word} ${p}`,
  },

  loss: {
    name: 'The loss over your text',
    heading: 'Over a whole text: how much dearer do words become?',
    hint: 'Every word piece of your text is hidden in its turn, and the model is asked for it. The text is that of Explore; what you change here changes it there.',
    textLabel: 'Your text, one sentence a line',
    file: (name: string, sentences: number) =>
      `The text is your file ${name}: ${many(sentences, 'line', 'lines')}.`,
    noText: 'There is no text to measure yet: write a sentence.',
    first: (lines: number) => `the first ${lines} sentences`,
    sentence:
      'Loss of hidden words, and e to its power, the pseudo-perplexity: lower is better. The dot is the cut of the tail; the grey bar is where as many other dimensions land when they are drawn at random, its tick their mean.',
    sentenceWithout:
      'Loss of hidden words, and e to its power, the pseudo-perplexity: lower is better. The dot is the cut of the tail.',
    titleInside: (d: { dims: string; whole: string; after: string; inside: string }) =>
      `Cutting ${d.dims} inside raises the loss from ${d.whole} to ${d.inside}; after the network it is ${d.after}`,
    titleAfter: (d: { dims: string; whole: string; after: string; inside: string }) =>
      `Cutting ${d.dims} after the network raises the loss from ${d.whole} to ${d.after}; inside it is ${d.inside}`,
    titleLittle: (d: { dims: string; whole: string; after: string; inside: string }) =>
      `Cutting ${d.dims} hardly moves the loss: ${d.whole} whole, ${d.after} after, ${d.inside} inside`,
    titleWhole: (whole: string) => `Hidden words of this text cost ${whole} each`,
    axis: 'loss in nats a word piece',
    perplexity: (loss: string, perplexity: string) => `${loss} · pseudo-perplexity ${perplexity}`,
    random: (mean: string, low: string, high: string) => `random: ${mean} (${low} to ${high})`,
    columns: ['', 'loss', 'pseudo-perplexity', 'random: mean', 'random: lowest', 'random: highest'] as const,
    sample: (d: { model: string; hidden: number; sentences: number; draws: number }) =>
      `${d.model} · ${many(d.hidden, 'word piece', 'word pieces')} of ${many(d.sentences, 'sentence', 'sentences')} hidden in their turn${d.draws > 0 ? ` · ${d.draws} random cuts` : ''}`,
    seed: (seed: number) => `seed ${seed}`,
    row: (name: string, value: string, random: string) =>
      `${name}: loss ${value}${random === '' ? '' : `, ${random}`}.`,
    truncated: (sentences: number) =>
      `${many(sentences, 'sentence was', 'sentences were')} cut short to fit the model.`,
    running: 'Reading the text with every word hidden in its turn…',
    progress: (done: number, of: number) => `${Math.floor((100 * done) / of)} % done`,
    draw: (draws: number) => `Cut as many random dimensions, ${draws} times`,
    drawing: (draws: number) => `Cutting as many random dimensions, ${draws} times…`,
    drawHint: (runs: number) =>
      `Whether a cut matters is told by what another would do. This reads the text ${runs} times more.`,
    stop: 'Stop',
  },
} as const;
