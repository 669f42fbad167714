const components = (count: number): string => (count === 1 ? 'top component' : `${count} top components`);

/** Words for what is compared: what is done to vectors, and what that is held against. */
export const comparison = {
  open: 'Before and remedies…',
  openSet: (before: string, after: string) => `${before} → ${after}`,
  label: 'What is compared',
  before: 'Before',
  after: 'After',
  beforeWhat: 'what stands before',
  afterWhat: 'what is done beside the cut',
  /** What is cut of what stands before. */
  cutBefore: {
    short: 'and cut',
    label: 'what is cut on the side before',
    none: 'nothing',
    same: (dims: string) => (dims === '' ? 'the same as after' : `${dims}, as after`),
    own: 'others…',
    ownHint: 'Dimensions chosen here, to compare two cuts',
    dims: 'Dimensions cut before',
    toggle: (dim: number) => `Cut dimension ${dim} before`,
    add: 'Cut dimension before',
    where: 'where they are cut on the side before',
  },
  /** In place of the button, where the bar's remedies are not taken; other such views have no bar. */
  notHere: {
    paper: 'No remedies here: the claims are about cuts alone.',
    predict: 'No remedies here: the network itself guesses the words.',
  },
  components: 'Components',
  reset: 'As at first',
  choices: {
    none: { before: 'as it is', after: 'the cut alone' },
    center: 'centre',
    standardize: 'standardize',
    top: 'top components',
    whiten: 'whiten',
  },
  says: {
    none: {
      before: 'The vectors as the network makes them.',
      cut: 'The vectors without what the switches above cut.',
      own: 'The vectors without the dimensions pressed here: one cut is compared with another.',
      after: 'What the switches above cut, and nothing more.',
    },
    center: 'Takes the mean vector away.',
    standardize: 'Takes the mean away and divides each dimension by its standard deviation.',
    top: 'Takes the mean away, then the projections on the first principal components.',
    whiten:
      'Takes the mean away, turns to the principal components and divides each by its standard deviation.',
  },
  fitted:
    'Fitted layer by layer on the tokens measured, after the cut: the text here (4,096 random sentences of a longer one), the experiment’s own sentences in the other views.',
  name: {
    whole: 'whole',
    cut: (dims: string) => `${dims} cut`,
    cutInside: (dims: string) => `${dims} cut inside`,
    center: 'centred',
    standardize: 'standardized',
    top: (count: number) => `less ${components(count)}`,
    whiten: 'whitened',
    and: (first: string, second: string) => `${first}, ${second}`,
  },
  doing: {
    nothing: 'Leaving the vectors as they are',
    cut: (dims: string) => `Cutting ${dims}`,
    /** Where both sides are cut, and not in the same place. */
    placed: { after: ' after the network', inside: ' inside it' },
    random: (dims: string) => `Cutting ${dims} at random`,
    center: 'centring',
    standardize: 'standardizing',
    top: (count: number) => `taking the mean and ${components(count)} away`,
    whiten: 'whitening',
    and: (first: string, second: string) => `${first} and ${second}`,
    instead: (doing: string, other: string) => `${doing} instead of ${other}`,
  },
  done: {
    cut: (dims: string) => `Without ${dims}`,
    remedy: (name: string) => `${name},`,
    against: (after: string, before: string) => `${after} against ${before}:`,
  },
  note: (before: string, after: string) => `before: ${before}; after: ${after}`,
  /** Of a chart whose "before" is not the vectors as they are, or is that in place of what was chosen. */
  drawn: {
    title: (before: string, found: string) => `${before}: ${found}`,
    sides: (before: string, after: string) =>
      `Before is ${before}${after === '' ? '' : `, after is ${after}`}; a token pointed at is not drawn.`,
    lacks: (before: string) =>
      `Before is whole here, not ${before}: what that takes has not come from the model.`,
    meanless: 'every mean is zero',
    zero: (dim: number, where: string) => `${dim} is zero ${where}`,
    apart: (dim: number, where: string, z: string) => `${dim} lies apart ${where} (z ${z})`,
  },
  guide: (before: string, after: string, where: string, values: readonly [string, string]) =>
    `The mean cosine of two random tokens ${where}, ${before}: ${values[0]}; ${after}: ${values[1]}.`,
  waiting: {
    answer: 'The text is run again for what is compared…',
    model: 'What is compared comes with the model, which is loading.',
    'no-model': 'What is compared needs the model, which is not loaded.',
    failed: 'What is compared could not be computed; why is said under the sentences.',
  },
};
