/** Words of the chooser of models: the hub, addresses, downloads, what is stored, and the peek. */
export const chooser = {
  open: 'From the hub or an address…',
  openHint:
    'Any model of the BERT family by its id on the hub, or from a folder on the web. It is downloaded into this browser and runs here.',
  title: 'Models from elsewhere',
  close: 'Close',

  field: 'Model id or address',
  fieldHint: 'owner/name or https://…',
  look: 'Look it up',
  wellKnown: 'Well-known models',
  asks: (host: string) =>
    `Looking up asks ${host} for a list of files, and downloading for those files. Nothing else is sent: no text, no cookie, no address of this page.`,
  hub: (host: string) => `Hub: ${host}`,
  hubField: 'Address of the hub or of a mirror',
  hubUse: 'Use it',
  hubDefault: (host: string) => `Back to ${host}`,
  hubHint: 'Ids are looked up there. It is kept in this browser, and a link to a model names it.',

  looking: (what: string) => `Looking up ${what}…`,
  lookAgain: 'Try again',
  revision: (revision: string) => `commit ${revision.slice(0, 8)}`,
  shape: (layers: number, dims: number) => `${layers} layers × ${dims} dimensions`,
  weights: 'Weights',
  choice: {
    safetensors: 'the checkpoint itself',
    onnx: 'an ONNX export',
    rounded: 'a rounded ONNX export: smaller, and only near the model',
    parts: (parts: number) => `in ${parts} files`,
    stored: 'stored here',
  },
  allowRounded: 'Offer rounded (quantized or half-precision) exports first: the smallest download',
  unknownSize: 'unknown size',
  download: (size: string) => `Download ${size}`,
  downloadUnknown: 'Download',
  useStored: 'Use it',

  bytes: (count: string) => `${count} bytes`,
  kilobytes: (count: string) => `${count} kB`,
  megabytes: (count: string) => `${count} MB`,
  gigabytes: (count: string) => `${count} GB`,
  of: (part: string, whole: string) => `${part} of ${whole}`,
  rate: (size: string) => `${size}/s`,

  downloading: (name: string) => `Downloading ${name}`,
  paused: (name: string) => `${name}: paused`,
  stopped: (name: string) => `${name}: stopped`,
  queued: 'Another tab is downloading it: this one waits for that.',
  checking: 'Checking what is stored of it.',
  waiting: (seconds: number) => `The connection broke off. It is tried again in ${seconds} s.`,
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel',
  arrived: (name: string) => `${name} is downloaded. Choose it under “Stored models”.`,
  inMemory: {
    'no-room': 'The browser has no room to store it: it is kept in memory.',
    'no-storage': 'This page may store nothing: it is kept in memory.',
  },
  keptInMemory: {
    'no-room': (name: string) =>
      `The browser had no room to store ${name}. It runs from memory, and the next visit downloads it again. Delete stored models to make room.`,
    'no-storage': (name: string) =>
      `This page may store nothing (it is not served over https). ${name} runs from memory, and the next visit downloads it again.`,
  },

  stored: 'Stored models',
  storedHint: (count: number, size: string) =>
    `${count} ${count === 1 ? 'model takes' : 'models take'} ${size} of this browser’s storage.`,
  nothingStored: 'Nothing is stored yet. What you download is kept here, and deleted when you say so.',
  storedPart: (part: string, whole: string) => `${part} of ${whole} so far`,
  storedPartUnknown: (part: string) => `${part} so far`,
  use: (name: string) => `Use ${name}`,
  resumeIt: (name: string) => `Resume ${name}`,
  delete: 'Delete',
  deleteIt: (name: string, weights: string) => `Delete ${name} (${weights})`,

  linked: (name: string, host: string) =>
    `This link shows ${name} from ${host}, which is not stored in this browser.`,
  linkedNothing: 'Nothing has been asked of that host yet.',
  linkedSize: (size: string) => `It has ${size} to download.`,
  linkedOther: (size: string) => `It has ${size} to download: more than the link says.`,
  linkHolds: (name: string, host: string) =>
    `It names the model ${name} at ${host}: whoever opens it is asked before it is downloaded, unless it has less than 20 MB.`,
  from: 'From',

  peek: {
    open: 'Peek first',
    hint: 'Fetches its position embeddings and LayerNorms alone, to show where its tails begin: 0.4 % of a BERT-base.',
    peeking: 'Fetching the tensors that tails begin in…',
    gamma: 'Scale (gamma)',
    beta: 'Shift (beta)',
    kind: 'Vector of each LayerNorm',
    found: (dims: string, many: number, count: string, of: number, kind: string) =>
      `${dims} ${many > 1 ? 'are' : 'is'} out of line in ${count} of ${of} LayerNorms’ ${kind}`,
    orMore: (count: number) => `${count} or more`,
    and: (first: string, second: string) => `${first} and ${second}`,
    gammaShort: 'scales',
    betaShort: 'shifts',
    none: (kind: string) => `No dimension is out of line in a third of the LayerNorms’ ${kind}`,
    normsSentence:
      'A row for each LayerNorm, a column for each dimension: how far its weight lies from the row’s others. Every hidden state passes through these, so a dimension far out in many rows is where a tail begins. Out of line: three standard deviations or more.',
    normsSummary: (rows: number, dims: number, found: string) =>
      `Heat map of ${rows} LayerNorms by ${dims} dimensions. ${found}.`,
    positions: (dims: string, many: number) =>
      `${dims} ${many > 1 ? 'stand' : 'stands'} out in the position embeddings`,
    noPositions: 'No dimension stands out in the position embeddings',
    positionsSentence: (positions: number) =>
      `Mean of the ${positions} position embeddings, a value a dimension. They are added to every token, so a spike here is in every vector from the start.`,
    positionsSummary: (dim: number, value: string, sd: string) =>
      `Mean position embedding by dimension; dimension ${dim} is farthest from 0, at ${value}, ${sd} standard deviations from the rest.`,
    withoutPositions: 'This checkpoint has no table of position embeddings.',
    sample: (name: string, weights: string, read: string, whole: string, share: string) =>
      `${name}, ${weights} · read ${read} of ${whole} (${share})`,
    after: {
      embeddings: 'after the embeddings',
      attention: (layer: number) => `layer ${layer}, after attention`,
      'feed-forward': (layer: number) => `layer ${layer}, after feed-forward`,
    },
    short: {
      embeddings: 'emb',
      attention: (layer: number) => `${layer} att`,
      'feed-forward': (layer: number) => `${layer} ff`,
    },
    columns: {
      norm: 'LayerNorm',
      dim: (kind: string, rank: number) => `${kind}, largest ${rank}: dimension`,
      value: (kind: string, rank: number) => `${kind}, largest ${rank}: value`,
    },
    positionColumns: ['dimension', 'mean', 'z'] as const,
  },
};
