import { many } from './plural.ts';

function layersOf(layers: readonly number[]): string {
  return `${layers.length === 1 ? 'layer' : 'layers'} ${layers.join(', ')}`;
}

function commitOf(revision: string | undefined): string {
  return revision === undefined ? '' : ` (commit ${revision.slice(0, 8)})`;
}

/** As many names as a sentence has room for. */
export const SOME = 5;

/** The first few of many. */
export function someOf(names: readonly (string | number)[]): string {
  const shown = names.slice(0, SOME).join(', ');
  return names.length > SOME ? `${shown} and ${names.length - SOME} more` : shown;
}

/** What the `measure` command prints besides figures. */
export const cli = {
  /** @param page sentences that the page reads of a text */
  help: (page: {
    origins: number;
    probe: number;
    loss: number;
  }) => `npm run -s measure -- EXPERIMENT --model MODEL --data FILE [options]

Experiments
  tails        dimensions that are the minimum or maximum of how many vectors, by layer
  anisotropy   expected cosine of two tokens of different sentences, before and after a cut
  contribution dimensions that most of the anisotropy comes from, by layer
  self-similarity  mean cosine of a word’s own vectors in different sentences, less the anisotropy
  geometry         anisotropy and cosines with their spread, IsoScore, kurtosis, contributions, components
  wic              Word in Context: x.data.txt, with x.gold.txt beside it
  wsd              word senses by nearest neighbour: a folder of CoarseWSD-20’s lemma folders, or an XML file and --train
  sts              sentence similarity: STS Benchmark, SICK, or a folder of SentEval’s STS12-16
  syntax           trees from the distances of neighbouring words: Penn brackets, a file or a folder
  classifier       a linear classifier of sentences’ means: columns sentence and label
  origins      where dimensions get their values: embeddings, LayerNorms, biases; with --data also layer by layer
  position-probe   how well a linear probe tells a token’s position from its vector, and by which dimensions
  all          every one of these that there is data for in a folder and those in it, or that a file is enough for;
               an option that says nothing to one of them is left out there, and that is said
  states       every hidden state, as a NumPy file
  compare      how far the hidden states of two models, or of a model's weights and others, are apart
  predict      likeliest words for every [MASK] (or <mask>), before and after a cut, and after
               one of as many random dimensions

Options
  --model MODEL             a folder with config.json, tokenizer.json and model.safetensors (or its shards) or
                            ONNX exports; else owner/name[@revision] of the hub, or the https address of such a
                            folder: its files are fetched first, and kept
  --hub URL                 another hub than https://huggingface.co, such as a mirror
  --cache DIR               where what is fetched is kept (default ~/.cache/tailscope)
  --weights NAME            which of its weights, such as onnx/model_int8.onnx; default: model.safetensors,
                            then model.onnx, then half precision, then rounded ones
  --against MODEL           compare: the other model (default the same), and with
  --against-weights NAME    which of its weights
  --data FILE               .tsv or .csv: its column named sentence; any other: one sentence a line. tails, anisotropy
                            and contribution hold 4,096 sentences at a time, however long the file; others all of it
  --column NAME             another column of it
  --text TEXT               in place of a file
  --train FILE              what to learn from, where that is a file of its own; all: for the experiment whose format it has
  --loss each|seeded        predict: the loss over the text, every word hidden in its turn, or 15 % of them at once
  --dims D[,D...]           origins, position-probe: dimensions to follow; default: the tails, or what is out of line in the weights
  --cut D[,D...]            dimensions set to zero, counted from 0; not for origins, as --remedy
  --cut-where after|inside  after the network (default), or inside it in layers 1 to L
  --remedy none|center|standardize|top:K|whiten  fitted on the data, after the cut (default none);
                            not for predict and compare
  --remedy-data FILE        a text that remedies are fitted on, all of it, in place of the data; as --data has it
  --against-cut D[,D...], --against-cut-where after|inside, --against-remedy ...
                            what stands before, in place of vectors as they are: of anisotropy, self-similarity, geometry,
                            wic, wsd, sts, syntax and classifier
  --positions as-they-are|shuffled|zero|shift:N  what the network is told of positions: shuffled within each sentence by
                            the seed, their embeddings times zero, every place N further on; not for origins, which moves
                            them itself; with compare, both models are told
  --control                 as many random dimensions cut instead, 20 times: mean and range of every figure after the cut;
                            not for tails and contribution, whose figures name dimensions: anisotropy and geometry have theirs
  --specials include|exclude  whether [CLS] and [SEP] are measured (default include)
  --seed N                  of whatever is drawn (default 1)
  --limit N                 only the first N sentences; of a longer text the page reads ${page.origins} for origins, ${page.probe}
                            for position-probe and ${page.loss} for predict --loss, the command all
  --shard I/N               tails, anisotropy, contribution, self-similarity, geometry: sums of every Nth sentence from
                            the Ith on, as JSON; npm run -s measure -- merge SHARD.json... puts all N together. Not the
                            others: they rank, train or choose over all items at once, and most take a minute or less
  --threads N               default: one for each core
  --out FILE.npy            states: float32 [layers + 1, tokens, dims]
  --json                    one JSON object instead of a table`,
  failed: (d: { sentence: string; remedy: string }) => `measure: ${d.sentence} ${d.remedy}`,
  progress: (d: { sentences: number; of: number; rate: number }) =>
    `${d.sentences} of ${many(d.of, 'sentence', 'sentences')}, ${d.rate} a second`,
  weights: (d: { name: string; others: readonly string[]; approximate: boolean }) => {
    const near = d.approximate ? ', rounded to integers: figures are near the model’s, not its own' : '';
    const others = d.others.length > 0 ? ` (not taken: ${d.others.join(', ')})` : '';
    return `weights ${d.name}${near}${others}`;
  },
  elsewhere: {
    asks: (d: { folder: string | undefined; host: string }) =>
      `${d.folder === undefined ? '' : `there is no folder ${d.folder} here: `}asking ${d.host} for a list of files`,
    unanswered: (d: { host: string }) => `${d.host} did not answer: what is kept is taken`,
    plan: (d: { model: string; host: string; revision: string | undefined; size: string; folder: string }) =>
      `${d.model}${commitOf(d.revision)} from ${d.host}, ${d.size}, to ${d.folder}:`,
    file: (d: { path: string; size: string }) => `  ${d.path} (${d.size})`,
    others: (others: readonly { weights: string; size: string }[]) =>
      `other weights that are there, for --weights: ${others.map(({ weights, size }) => `${weights} (${size})`).join(', ')}`,
    queued: (lock: string) => `another command is fetching it: this one waits until ${lock} is gone`,
    at: (d: { model: string; revision: string | undefined; weights: string; folder: string }) =>
      `${d.model}${commitOf(d.revision)}, ${d.weights}, is in ${d.folder}`,
  },
  compared: (d: { model: string; weights: string; approximate: boolean }) =>
    `against ${d.model}, weights ${d.weights}${d.approximate ? ' (rounded to integers)' : ''}`,
  truncated: (d: { lines: readonly number[]; most: number }) =>
    d.lines.length > 1
      ? `the sentences on lines ${someOf(d.lines)} were cut to the model’s ${d.most} tokens`
      : `the sentence on line ${someOf(d.lines)} was cut to the model’s ${d.most} tokens`,
  /** @param d the lines are the first of so many */
  empty: (d: { count: number; lines: readonly number[] }) => {
    const shown = d.lines.slice(0, SOME);
    const more = d.count > shown.length ? ` and ${d.count - shown.length} more` : '';
    return `${d.count} left out (${d.count === 1 ? 'line' : 'lines'} ${shown.join(', ')}${more}): there is no sentence there`;
  },
  about: (d: { model: string; data: string; sentences: number; tokens: number; specials: string }) =>
    `${d.model} on ${d.data}: ${many(d.sentences, 'sentence', 'sentences')}, ${many(d.tokens, 'token', 'tokens')} (special tokens ${d.specials}d)`,
  runs: (d: { experiment: string; path: string }) => `${d.experiment} on ${d.path}`,
  ran: (d: { experiment: string }) => `== ${d.experiment}`,
  idle: (d: { experiment: string; flags: readonly string[] }) =>
    `without ${d.flags.join(' and ')}, which ${d.flags.length === 1 ? 'says' : 'say'} nothing to ${d.experiment}`,
  treated: (d: { cut: readonly number[]; where: string; remedy: string }) => {
    const cut =
      d.cut.length === 0
        ? 'nothing cut'
        : `${d.cut.length === 1 ? 'dimension' : 'dimensions'} ${d.cut.join(', ')} cut ${d.where} the network`;
    return d.remedy === 'none' ? cut : `${cut}; remedy ${d.remedy}`;
  },
  fittedOn: (name: string) => `fitted on ${name}`,
  compares: (before: string, after: string) => `before: ${before}; after: ${after}`,
  told: (positions: string) => `positions ${positions}`,
  control: {
    title: (d: { draws: number; dims: number }) =>
      `Control: ${many(d.dims, 'random dimension', 'random dimensions')} cut instead, mean and range over ${d.draws} draws`,
    mean: 'mean',
    lowest: 'lowest',
    highest: 'highest',
    figure: 'figure',
  },
  weightsAlone: (model: string) => `${model}, its weights alone`,
  tail: (d: { dim: number; side: 'min' | 'max'; layers: readonly number[] }) =>
    `Tail: dimension ${d.dim} (${d.side === 'min' ? 'minimum' : 'maximum'}) in ${layersOf(d.layers)}`,
  specialTail: (d: {
    dim: number;
    side: 'min' | 'max';
    layers: readonly number[];
    carriers: readonly ('word' | 'first' | 'last')[];
  }) =>
    `Only at the ${d.carriers.join(' and ')} token of sentences: dimension ${d.dim} (${d.side === 'min' ? 'minimum' : 'maximum'}) in ${layersOf(d.layers)}`,
  mask: (d: { number: number; sentence: number; position: number }) =>
    `Mask ${d.number}: token ${d.position} of sentence ${d.sentence}`,
  randomCut: (dims: readonly number[]) =>
    `random: ${dims.length === 1 ? 'dimension' : 'dimensions'} ${dims.join(', ')} cut in place of those, drawn by the seed`,
  loss: {
    said: (d: { hidden: number; masking: 'each' | 'seeded'; draws: number }) =>
      `${many(d.hidden, 'word piece', 'word pieces')} hidden, ${d.masking === 'each' ? 'every one in its turn' : '15 % of each sentence at once, drawn by the seed'}; loss in nats, beside it that of as many random dimensions cut, ${d.draws} times`,
    whole: 'whole',
    after: 'cut after the network',
    inside: 'cut inside it',
    columns: ['', 'loss', 'pseudo-perplexity', 'random: mean (range)'] as const,
  },
  noPiece: (id: number) => `(no piece, ${id})`,
  noTails: 'No dimension is a tail in at least half of the layers.',
  fewTokens: (d: { tokens: number; needed: number }) =>
    `No tail is named: with ${many(d.tokens, 'token', 'tokens')} chance would name too many, and ${d.needed} are needed. Give more text.`,
  columns: {
    layer: 'layer',
    minima: 'minimum of most',
    maxima: 'maximum of most',
    z: 'largest |z| of the mean',
    kurtosis: 'kurtosis',
    before: 'before',
    after: 'after',
    random: 'random',
    difference: 'difference',
    anisotropy: 'anisotropy',
    largestShares: 'largest shares of it',
    interval: '95 % of before',
    isoScore: 'IsoScore',
    firstComponent: 'first component',
    offset: 'first',
    count: 'tokens',
    text: 'text',
    largest: 'largest difference',
    meanDifference: 'mean difference',
    cosine: 'mean cosine',
    lowestCosine: 'lowest cosine',
    word: 'word',
    logit: 'logit',
    probability: 'probability',
  },
};
