import { many } from './plural.ts';

/** A claim of the paper in our words. */
export interface ClaimText {
  readonly claim: string;
  /** What the paper reports for its models, with figures. */
  readonly paper: string;
  /** Where it does. */
  readonly where: string;
  /** When a measurement here counts as agreeing; the thresholds are ours. */
  readonly rule: string;
  /** Where others, or we, found otherwise, or what has to be kept in mind. */
  readonly elsewhere: string | undefined;
}

const claims = {
  tails: {
    claim:
      'A few dimensions are the smallest or the largest element of almost every vector, in almost every layer.',
    paper:
      'BERT-base: 557 is the smallest of 96.6 %. RoBERTa-base: 588 is the largest of 100 %, 77 the smallest of 88.2 %. The authors’ own RoBERTa: 81 is the largest of 82.6 %.',
    where: 'section 2',
    rule: 'A dimension passes the tail rule: in at least half of the layers it is the extreme of half of the vectors, or its mean lies 8 standard deviations from the others’.',
    elsewhere: undefined,
  },
  spike: {
    claim: 'The mean vector of a layer is flat but for a spike at the tail.',
    paper:
      'BERT-base: one of about −5 to −20. RoBERTa-base: one of about +10 to +20, and a smaller negative one.',
    where: 'section 2, figures 1 and 2',
    rule: 'In at least half of the layers one dimension’s mean lies 8 standard deviations from the others’.',
    elsewhere:
      'How far a mean lies depends on how much else the LayerNorm lets through: a smaller model’s spike is lower.',
  },
  named: {
    claim: 'Each published checkpoint has tails of its own, always at the same dimensions.',
    paper:
      'BERT-base and DistilBERT: 557. RoBERTa-base and DistilRoBERTa: 588 and 77. BERT-large, by layer: 896 (1 to 10), 678 (10 to 17), 122 (16 to 19), 928 (19 to 23), none in 24. RoBERTa-large: 673 (1 to 23), 631 (15 to 24), 981 (1 to 6).',
    where: 'section 2',
    rule: 'One of the dimensions published for this checkpoint is a tail here.',
    elsewhere: 'For BERT-base uncased, which the paper leaves out, later work names 308 and 381.',
  },
  positions: {
    claim: 'The tail is already there in the position embeddings.',
    paper:
      'BERT-base: 557 is the smallest element of the first position’s embedding, and of no other. RoBERTa-base: 588 and 77 show at the fourth position, and 588 is the largest of 99.8 % of them from there on.',
    where: 'section 3',
    rule: 'At the first position, or at half of all, no dimension is larger by size than the tail.',
    elsewhere:
      'all-MiniLM-L6-v2 has its tail at 223, but the maximum of its first position is 99: that is the tail of [CLS] alone.',
  },
  tables: {
    claim: 'Token and segment embeddings show nothing of it.',
    paper: 'No dimension stands out in either.',
    where: 'section 3',
    rule: 'In the mean token embedding and in the segments’ the tail lies less than 3 standard deviations from the other dimensions.',
    elsewhere:
      'Puccetti et al. (2022) tie outliers to how often tokens occur, which token embeddings do carry.',
  },
  norms: {
    claim: 'It is among the largest scales or shifts of a LayerNorm, layer after layer.',
    paper:
      'BERT-base: 557 is among the 6 largest scales after attention in the first ten layers, and the largest in the first three. RoBERTa-base: 588 is among the 2 largest shifts there in every layer, 77 among the 7 largest scales after the feed-forward block in layers 2 to 10.',
    where: 'section 3',
    rule: 'The tail is among the 7 largest or the 7 smallest scales (or shifts) of the same LayerNorm in at least half of the layers.',
    elsewhere: 'Kovaleva et al. (2021) begin from these scales and shifts, and find the same few dimensions.',
  },
  probe: {
    claim: 'Positions can be told from vectors almost always in the lower layers, and ever less above.',
    paper:
      'Right in layers 1 to 12, in %: BERT-base about 100, 100, 98, 96, 95, 88, 73, 62, 56, 49, 45, 40; RoBERTa-base about 100, 99, 98, 91, 81, 77, 73, 70, 68, 65, 64, 56.',
    where: 'section 3, figure 5',
    rule: 'The share told right is lower in the last layer than in the first.',
    elsewhere: undefined,
  },
  probeTail: {
    claim: 'The tail contributes more to telling the position than other dimensions do.',
    paper:
      'BERT-base: 557 contributes 8 to 41 where the mean dimension contributes about 1. RoBERTa-base: 588 contributes 18 to 63, 77 contributes 5 to 18.',
    where: 'section 3, figure 5',
    rule: 'The tail contributes more than the mean dimension in more than half of the layers.',
    elsewhere:
      'A large contribution is not importance: on all-MiniLM-L6-v2 a probe trained without the tail loses at most half a point.',
  },
  perplexity: {
    claim: 'Trained without position embeddings, the same model predicts far worse.',
    paper: 'Perplexity 354.0 without against 4.3 with, for the authors’ RoBERTa.',
    where: 'section 3',
    rule: 'The model without has the higher perplexity on the text held out.',
    elsewhere: undefined,
  },
  without: {
    claim: 'Trained without position embeddings, it has no tail.',
    paper:
      'With position embeddings 81 is the largest of 82.6 % of vectors; without, no dimension stands out.',
    where: 'section 3',
    rule: 'The model with position embeddings has a tail of all vectors, and its twin without has none.',
    elsewhere:
      'A small reproduction by others still saw an outlier without positions. Others name other causes: token frequency (Puccetti et al. 2022), LayerNorm (Kovaleva et al. 2021), the optimizer and large learning rates (He et al. 2024).',
  },
  anisotropy: {
    claim: 'Cut, vectors point one way less.',
    paper: 'The anisotropy falls in every model; RoBERTa-base is above 0.5 in every layer before.',
    where: 'section 4',
    rule: 'The mean anisotropy of layers 1 to L falls.',
    elsewhere: undefined,
  },
  isotropic: {
    claim: 'They are close to isotropic after.',
    paper: 'Both BERT-base and RoBERTa-base come close to 0.',
    where: 'section 4',
    rule: 'After the cut the anisotropy is below 0.1 in at least half of the layers.',
    elsewhere:
      'Others measured .188, .245, .223 and .247 in layers 1 to 4 of BERT-base uncased, and .097, .099, .113 and .123 after cutting 308. Removing the mean (Mu and Viswanath 2018), or standardizing (Timkey and van Schijndel 2021), leaves .01 on all-MiniLM-L6-v2, where cutting leaves .06 to .15.',
  },
  selfSimilarity: {
    claim: 'The vectors of one word are more alike, measured against the layer’s anisotropy.',
    paper: 'Self-similarity less anisotropy rises in every model.',
    where: 'section 4',
    rule: 'Its mean over layers 1 to L rises.',
    elsewhere: 'The raw self-similarity can fall at the same time, as it does on all-MiniLM-L6-v2.',
  },
  wic: {
    claim: 'Word senses are told apart better: Word in Context.',
    paper:
      'Always guessing “same” is right in 50.0 %. Best accuracy 67.5 → 68.4 % (BERT-base, layer 7 → 10), 69.0 → 69.9 % (RoBERTa-base, layer 10 → 11), 66.5 → 67.3 % (DistilBERT), 63.7 → 66.7 % (DistilRoBERTa), 70.2 → 70.3 % (BERT-large), 70.4 → 71.3 % (RoBERTa-large).',
    where: 'section 4',
    rule: 'The best accuracy over all layers and nine thresholds rises. It is chosen on the same pairs, as in the paper.',
    elsewhere:
      'On all-MiniLM-L6-v2 it rises by 0.3 points, while the area under the curve, which needs no threshold, stays.',
  },
  sts: {
    claim: 'Cosines of sentences follow people’s judgement better.',
    paper:
      'Best layer’s Spearman × 100. BERT-base: STS-B 58.6 → 63.1 (layer 3 → 2), SICK-R 60.8 → 61.7 (2 → 2), STS12 48.0 → 50.4 (1 → 1), STS13 61.2 → 61.4 (12 → 1), STS14 50.1 → 54.5 (12 → 2), STS15 61.2 → 67.0 (1 → 2), STS16 62.4 → 64.2 (12 → 2). RoBERTa-base: STS-B 56.6 → 60.6 (11 → 11), SICK-R 64.7 → 64.8, STS12 40.0 → 43.4, STS13 58.3 → 59.7, STS14 49.8 → 51.9, STS15 64.4 → 66.2, STS16 64.8 → 67.1.',
    where: 'section 4',
    rule: 'The best layer’s correlation rises; of a set with subsets that is the one of all pairs together.',
    elsewhere: 'On all-MiniLM-L6-v2 and STS-B it falls in layers 3 and 4, by up to 2.8.',
  },
  wsd: {
    claim: 'Senses are told better by the nearest labelled vector.',
    paper: 'Better for BERT-base, unchanged for RoBERTa-base.',
    where: 'arXiv version 2',
    rule: 'The best layer’s accuracy, as the mean over words, rises.',
    elsewhere: 'On all-MiniLM-L6-v2 and CoarseWSD-20 it changes by at most .2 points, up or down by layer.',
  },
  syntax: {
    claim: 'Phrase trees induced from distances between words are better.',
    paper: 'Better after cutting, for both.',
    where: 'arXiv version 2',
    rule: 'The best layer’s F1 rises, with the distance that is chosen in Syntax: the cosine’s unless changed.',
    elsewhere:
      'By cosine distance only: with L2 the trees of all-MiniLM-L6-v2 are no better. Always branching to the right scores higher than either.',
  },
  classifier: {
    claim: 'A classifier trained on the vectors misses nothing.',
    paper: 'The same accuracy within half a point on SST-2, IMDB and SST-5.',
    where: 'section 4',
    rule: 'The best layer’s accuracy changes by at most half a point.',
    elsewhere: undefined,
  },
  whitening: {
    claim: 'Whitening is a more systematic remedy than cutting.',
    paper: 'Named in the discussion, after Su et al. (2021); not measured there.',
    where: 'section 4',
    rule: 'Whitened, the best layer’s correlation on sentence pairs (all pairs together) is higher than after the cut.',
    elsewhere:
      'Timkey and van Schijndel (2021) standardize each dimension; Mu and Viswanath (2018) remove the mean and the top components, one for each hundred dimensions. What these give here stands beside the whitened figure.',
  },
} as const satisfies Record<string, ClaimText>;

/** Words of the Paper view and of the table that `npm run reproduce` writes. */
export const paper = {
  title: 'The paper’s claims, measured on this model',
  lead: 'What Luo, Kulmizev and Mao (ACL 2021) say of tails, what comes of it here, and whether the two agree. Each line says when it counts as agreeing; the thresholds are ours. Tails and anisotropy are those of the text in Explore; the rest is measured on our examples, or on your own files.',
  claims: claims as { readonly [K in keyof typeof claims]: ClaimText },
  parts: {
    finding: 'Finding tails',
    origins: 'Where they come from',
    cutting: 'What cutting them does',
  },
  columns: { claim: 'Claim', paper: 'The paper', here: 'Here', verdict: 'Verdict' },
  verdict: {
    agrees: 'agrees',
    differs: 'differs',
    'no-question': 'does not apply',
    'not-run': 'not run',
    uncut: 'nothing cut',
  },
  counted: (d: { agrees: number; differs: number; open: number }) => {
    const open = d.open === 0 ? '' : `, ${many(d.open, 'is not measured yet', 'are not measured yet')}`;
    return `${many(d.agrees, 'claim agrees', 'claims agree')}, ${many(d.differs, 'differs', 'differ')}${open}.`;
  },
  /** What a figure was measured on. */
  on: {
    text: (sentences: number) => `On your text in Explore, ${many(sentences, 'sentence', 'sentences')}.`,
    /** Of a long text, or of a pass that was stopped. */
    pairs: (pairs: string) =>
      `Of ${pairs} pairs of tokens drawn, where the command takes all: the last digits differ.`,
    data: (counts: string, name: string) => `On ${counts} · ${name}.`,
    weights: 'On the weights alone.',
    cards: 'As the cards of the bundled models say.',
    nothingToRun: 'There is nothing to run.',
    probe: (d: { trained: number; tested: number }) =>
      `On your text in Explore: learned from ${many(d.trained, 'token', 'tokens')}, told of ${d.tested}.`,
  },
  /** Before what the paper reports, where figures of this model stand. */
  beside: (where: string) => `The paper (${where}), of its own models and data:`,
  ruleName: 'Counts as agreeing when',
  elsewhereName: 'Elsewhere',
  runAll: 'Run all',
  stopAll: 'Stop',
  running: 'Running…',
  run: 'Run',
  cutFirst: (dims: string) => `Cut ${dims}`,
  cutAndRun: (dims: string) => `Cut ${dims} and run`,
  cutNeeded: 'Cut a tail in the bar above to measure what that does.',
  cutWith: (dims: string, inside: boolean) =>
    inside ? `Measured with ${dims} cut inside the network.` : `Measured with ${dims} cut after the network.`,
  controlNote: 'These are random dimensions, as a control: the claims are about the tails.',
  /** Where something else is cut, as after another model was chosen. */
  notTails: (cut: string, tails: string) =>
    `The claims are about tails, here ${tails}; not among them, and cut: ${cut}.`,
  see: (view: string) => `See it in ${view}`,
  link: 'Link',
  linkTo: (claim: string) => `Link that measures this claim again: ${claim}`,
  tableLabel: (part: string) => `Claims: ${part}`,
  said: {
    extreme: { min: 'smallest', max: 'largest' },
    tail: (d: { dim: number; extreme: string; shares: string; layers: string }) =>
      d.shares === ''
        ? `${d.dim} stands out in the mean of layers ${d.layers}`
        : `${d.dim} is the ${d.extreme} of ${d.shares} of vectors in layers ${d.layers}`,
    range: (low: string, high: string) => `${low} to ${high}`,
    noTail: (closest: string) =>
      closest === '' ? 'No dimension passes the rule.' : `No dimension passes the rule; ${closest}.`,
    closest: (dim: number, z: string) => `${dim} comes farthest out, at ${z} standard deviations`,
    spike: (d: { dim: number; layer: number; mean: string; z: string; count: number; of: number }) =>
      `Largest: ${d.dim} in layer ${d.layer}, mean ${d.mean}, ${d.z} standard deviations out. Past 8 in ${d.count} of ${d.of} layers`,
    otherModel: 'Not one of the checkpoints that the paper names.',
    named: (known: string, here: string) => `Published: ${known}. Here: ${here}`,
    none: 'none',
    noTable: {
      export: 'An ONNX export does not name its tables; open the checkpoint’s safetensors.',
      none: 'This model has none.',
      projected: 'The embeddings are narrower than the vectors, and have no such dimension.',
    },
    noTailHere: 'No tail to look for.',
    nothingToCut: 'No tail to cut.',
    positions: (d: { dim: number; rank: number; share: string }) =>
      `${d.dim} is number ${d.rank} by size at the first position, and number 1 at ${d.share} of all`,
    tables: (token: string, segment: string) =>
      segment === ''
        ? `At most ${token} standard deviations out in the mean token embedding; there are no segments`
        : `At most ${token} standard deviations out in the mean token embedding, ${segment} in a segment’s`,
    after: { attention: 'attention', 'feed-forward': 'the feed-forward block' },
    of: { gamma: 'scales', beta: 'shifts' },
    norms: (d: { dim: number; after: string; of: string; count: number; all: number }) =>
      `${d.dim} is among the 7 outermost ${d.of} after ${d.after} in ${d.count} of ${d.all} layers`,
    probe: (first: string, last: string) => `${first} told right in layer 1, ${last} in the last`,
    probeTail: (d: { dim: number; low: string; high: string; count: number; of: number }) =>
      `${d.dim} contributes ${d.low} to ${d.high} times the mean; more than the mean in ${d.count} of ${d.of} layers`,
    perplexity: (own: string, other: string) => `${other} without against ${own} with`,
    without: (without: string, own: string) => `Tails without: ${without}. With: ${own}`,
    fromTo: (before: string, after: string) => `${before} → ${after}`,
    mean: (before: string, after: string) => `Mean of layers ${before} → ${after}`,
    isotropic: (low: string, high: string, near: number, of: number) =>
      `${low} to ${high} after; below 0.1 in ${near} of ${of} layers`,
    cell: (accuracy: string, layer: number, threshold: string) =>
      `${accuracy} (layer ${layer}, over ${threshold})`,
    bestAt: (value: string, layer: number) => `${value} (layer ${layer})`,
    undefinedHere: 'The measure has no value on these data.',
    whitening: (d: { cut: string; whiten: string; standardize: string; top: string }) =>
      `${d.cut} cut, ${d.whiten} whitened. Others’ remedies: ${d.standardize} standardized, ${d.top} without the mean and the top components`,
  },
};
