import { many } from './plural.ts';

/** Words of the page around the views: header, model, notices. */
export const shell = {
  name: 'Tailscope',
  noScript: 'Tailscope computes everything in your browser, and needs JavaScript for it.',
  /** The window's: the page's name, after that of any view but the first. */
  title: (view: string | undefined) => (view === undefined ? 'Tailscope' : `${view} · Tailscope`),
  viewsLabel: 'Views',
  views: {
    explore: 'Explore',
    origins: 'Origins',
    geometry: 'Geometry',
    words: 'Words',
    syntax: 'Syntax',
    sentences: 'Sentences',
    predict: 'Predict',
    compare: 'Compare',
    paper: 'Paper',
    models: 'Models',
  },
  viewLoading: (view: string) => `Loading ${view}…`,
  share: 'Share',
  copied: 'Link copied.',
  /** What a link holds; it carries typed text, and only the names of files. */
  holds: (typed: boolean, file: string | undefined, checkpoint: string | undefined) =>
    [
      typed ? 'It contains your sentences; they are in the part that no server sees.' : '',
      file !== undefined && checkpoint !== undefined
        ? `It names your file ${file} and your checkpoint ${checkpoint} but contains neither: whoever opens it is asked for them.`
        : '',
      file !== undefined && checkpoint === undefined
        ? `It names your file ${file} but does not contain it: whoever opens it is asked for it.`
        : '',
      file === undefined && checkpoint !== undefined
        ? `It names your checkpoint ${checkpoint} but does not contain it: whoever opens it is asked for it.`
        : '',
      !typed && file === undefined && checkpoint === undefined ? 'Whoever opens it sees what you see.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  copyByHand: 'This browser does not let the page copy. Take the link from here:',
  linkField: 'Link to this view',
  themes: { system: 'Auto', light: 'Light', dark: 'Dark' },
  themeButton: (theme: string) => `Theme: ${theme}. Change it`,
  notices: 'Notices',
  dismiss: 'Close this notice',
  tryAgain: 'Try again',

  model: {
    chip: (name: string) => `Model: ${name}. Choose another`,
    title: 'Model',
    size: (layers: number, dims: number) => `${layers} × ${dims}`,
    sizeInWords: (layers: number, dims: number) =>
      `${many(layers, 'layer', 'layers')} × ${many(dims, 'dimension', 'dimensions')}`,
    wasm: (threads: number) => `WASM × ${threads}`,
    webgpu: 'WebGPU',
    node: (threads: number) => `CPU × ${threads}`,
    loading: 'loading…',
    phase: { download: 'downloading', session: 'starting', check: 'checking' },
    percent: (percent: number) => `${percent} %`,
    failed: 'did not load',
    waiting: 'waiting for its files',
    parameters: 'Parameters',
    bytes: 'Size',
    megabytes: (megabytes: string) => `${megabytes} MB`,
    millions: (millions: string) => `${millions} million`,
    folder: 'Folder',
    shape: 'Shape',
    heads: (heads: number) => many(heads, 'attention head', 'attention heads'),
    longest: 'Longest sentence',
    tokens: (tokens: number) => many(tokens, 'token', 'tokens'),
    runsOn: 'Runs on',
    device: 'Device',
    devices: { auto: 'Auto', wasm: 'WASM', webgpu: 'WebGPU' },
    deviceHint:
      'Auto takes the graphics device (WebGPU) where it computes the same and is faster than the processor (WASM).',
    positions: 'Position embeddings',
    noPositions: 'no positions',
    yes: 'yes',
    no: 'none: trained without',
    bundled: 'Bundled models',
    use: (name: string) => `Use ${name}`,
    inUse: 'in use',
    own: 'Your own checkpoint',
    ownHint:
      'A BERT folder as the hub has it: config.json, tokenizer.json, and model.safetensors or an ONNX export. It stays in this browser.',
    openFolder: 'Open a checkpoint folder…',
    openFiles: 'Open its files…',
    backToBundled: (name: string) => `Back to ${name}`,
    close: 'Close',
  },

  dropHere: 'Drop sentences (.txt, .tsv, .csv) or a checkpoint folder here',
  dropUnknown: (name: string) =>
    `Tailscope cannot read ${name}. Drop a .txt with one sentence a line, a .tsv or .csv with a column of sentences, or a checkpoint folder with config.json, tokenizer.json and model.safetensors or an .onnx file.`,
  notCheckpoint: (name: string) =>
    `${name} is no checkpoint, and your sentences stay as they are. A checkpoint has three files, to be chosen together: config.json, tokenizer.json and model.safetensors or an .onnx file.`,
  dropIncomplete: (missing: string) =>
    `This is not a whole checkpoint: ${missing} is missing. Drop the folder with config.json, tokenizer.json and model.safetensors (or all its shards and their index) or an .onnx file.`,
  dropPickle: (name: string) =>
    `The weights in ${name} are in PyTorch’s own format, a program that builds them, which Tailscope does not run. Save or get them as model.safetensors, and drop that with config.json and tokenizer.json.`,
  dropTooLarge: (name: string, megabytes: number) =>
    `${name} is larger than ${megabytes} MB and no line of it ends before that. Part it into lines, one sentence each, and drop it again.`,
  dropCut: (name: string, megabytes: number) =>
    `${name} is larger than the ${megabytes} MB that the page holds beside a model: only its first ${megabytes} MB are read. Part it into several files to measure the rest.`,
  dropMany: (most: number) =>
    `What you dropped has more than ${most.toLocaleString('en')} files: only the first ${most.toLocaleString('en')} are read. Drop the folder inside it that has the data or the checkpoint.`,
  dropDeep: (deepest: number) =>
    `What lies more than ${deepest} folders deep in what you dropped is left out. If it is what you mean, drop its own folder.`,
  weightsTaken: {
    main: (d: { taken: string; others: number }) =>
      `The checkpoint came with ${d.others + 1} sets of weights, of which ${d.taken} is taken. The model panel lists the others, to take instead or to compare with.`,
    beside: (d: { taken: string; others: number }) =>
      `The second checkpoint came with ${d.others + 1} sets of weights, of which ${d.taken} is taken. For another, choose its file alone, together with config.json and tokenizer.json.`,
  },
  reading: (name: string) => `Reading the weights of ${name}…`,
  unreadable: (message: string) => `A file could not be read: ${message} Choose it again, or a copy of it.`,
  dropEmpty: (name: string) => `${name} has no text in it. Drop a .txt with one sentence a line.`,
  otherFile: (name: string) =>
    `This ${name} is not the one the link was made with: its contents differ. It is shown as it is.`,
  otherCheckpoint: (name: string) =>
    `This is not the checkpoint the link was made with (${name}): its weights differ. It is shown as it is.`,
  linkUnread: (names: readonly string[]) =>
    `Part of this link could not be read and was left at its default: ${names.join(', ')}.`,
  unknownModel: (id: string, instead: string, forgot: boolean) =>
    `The link names a model that is not here: ${id}. The page shows ${instead} instead${forgot ? ', and leaves out the layer, the dimensions and the cut of the link, which mean nothing in another model' : ''}.`,
  unknownBeside: (id: string) =>
    `The link names a second model that is not here: ${id}. The page opens without it.`,
  linkBehind: 'The address could not be brought up to date: this browser refused. The page itself works on.',
  linkFailed: 'This browser cannot make a link to this view. A current one can.',
  /** `named`: of the link, and not in the model; at least one of the two. */
  notInModel: (
    name: string,
    named: { readonly layer: number | undefined; readonly dims: readonly number[] },
    has: { readonly layers: number; readonly dims: number },
  ) => {
    const { layer, dims } = named;
    const what = [
      ...(layer === undefined ? [] : [`layer ${layer}`]),
      ...(dims.length === 0 ? [] : [`${dims.length === 1 ? 'dimension' : 'dimensions'} ${dims.join(', ')}`]),
    ];
    return `The link names what ${name} does not have, and it was left out: ${what.join(' and ')}. It has layers 0–${has.layers} and dimensions 0–${has.dims - 1}.`;
  },
  askText: (name: string) =>
    `This link shows a text file of your own: ${name}. Drop it anywhere on the page, or open it.`,
  askModel: (name: string) =>
    `This link was made with a checkpoint of your own: ${name}. Drop its folder anywhere on the page, or open it.`,
  fingerprint: (start: string) => `Fingerprint ${start}…`,
  fileHash: (sha256: string) => `SHA-256 ${sha256}`,
  openIt: 'Open it…',
  useExample: 'Use the sentences here instead',
  noModels:
    'The list of bundled models could not be read. Reload the page, or open a checkpoint folder of your own.',
  broken: 'The page itself failed to draw.',
  brokenRemedy: (longest: string) =>
    `Reload it. Sentences you typed come back with it, up to ${longest} characters; a file or a checkpoint of your own has to be opened again.`,
  brokenSaid: 'What the browser said',
  reload: 'Reload the page',
};
