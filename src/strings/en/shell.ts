/** Words of the page around the views: header, model, notices. */
export const shell = {
  name: 'Tailscope',
  views: 'Views',
  explore: 'Explore',
  share: 'Share',
  copied: 'Link copied. Whoever opens it sees what you see.',
  copyByHand: 'This browser does not let the page copy. Take the link from here:',
  linkField: 'Link to this view',
  theme: 'Theme',
  themes: { system: 'Auto', light: 'Light', dark: 'Dark' },
  themeButton: (theme: string) => `Theme: ${theme}. Change it`,
  notices: 'Notices',
  dismiss: 'Close this notice',
  tryAgain: 'Try again',
  cancel: 'Cancel',

  model: {
    chip: (name: string) => `Model: ${name}. Choose another`,
    title: 'Model',
    size: (layers: number, dims: number) => `${layers} × ${dims}`,
    sizeInWords: (layers: number, dims: number) => `${layers} layers × ${dims} dimensions`,
    wasm: (threads: number) => `WASM × ${threads}`,
    webgpu: 'WebGPU',
    node: (threads: number) => `CPU × ${threads}`,
    loading: 'loading…',
    phase: { download: 'downloading', session: 'starting', check: 'checking' },
    percent: (percent: number) => `${percent} %`,
    failed: 'did not load',
    example: 'example, model loading…',
    waiting: 'waiting for its files',
    parameters: 'Parameters',
    bytes: 'Size',
    megabytes: (megabytes: string) => `${megabytes} MB`,
    millions: (millions: string) => `${millions} million`,
    shape: 'Shape',
    heads: (heads: number) => `${heads} attention heads`,
    longest: 'Longest sentence',
    tokens: (tokens: number) => `${tokens} tokens`,
    runsOn: 'Runs on',
    positions: 'Position embeddings',
    yes: 'yes',
    no: 'none: trained without',
    bundled: 'Bundled models',
    use: (name: string) => `Use ${name}`,
    inUse: 'in use',
    own: 'Your own checkpoint',
    ownHint:
      'A BERT folder as the hub has it: config.json, model.safetensors, tokenizer.json. It stays in this browser.',
    openFolder: 'Open a checkpoint folder…',
    openFiles: 'Open its files…',
    backToBundled: (name: string) => `Back to ${name}`,
    close: 'Close',
  },

  dropHere: 'Drop a .txt of sentences or a checkpoint folder here',
  dropUnknown: (name: string) =>
    `Tailscope cannot read ${name}. Drop a .txt with one sentence a line, or a checkpoint folder with config.json, model.safetensors and tokenizer.json.`,
  dropIncomplete: (missing: string) =>
    `This is not a whole checkpoint: ${missing} is missing. Drop the folder with config.json, model.safetensors and tokenizer.json.`,
  dropTooLarge: (name: string, megabytes: number) =>
    `${name} is larger than ${megabytes} MB. Cut it to the sentences you need and drop it again.`,
  dropEmpty: (name: string) => `${name} has no text in it. Drop a .txt with one sentence a line.`,
  otherFile: (name: string) =>
    `This ${name} is not the one the link was made with: its contents differ. It is shown as it is.`,
  otherCheckpoint: (name: string) =>
    `This is not the checkpoint the link was made with (${name}): its weights differ. It is shown as it is.`,
  linkUnread: (names: readonly string[]) =>
    `Part of this link could not be read and was left at its default: ${names.join(', ')}.`,
  linkNewer: 'Make a new link with Share to keep what you see now.',
  notInModel: (name: string, layers: number, dims: number) =>
    `The link named a layer or a dimension that ${name} does not have (layers 0–${layers}, dimensions 0–${dims - 1}); the rest of it is as it was.`,
  askText: (name: string) =>
    `This link shows a text file of your own: ${name}. Drop it anywhere on the page, or open it.`,
  askModel: (name: string) =>
    `This link was made with a checkpoint of your own: ${name}. Drop its folder anywhere on the page, or open it.`,
  fileHash: (sha256: string) => `SHA-256 ${sha256}`,
  openIt: 'Open it…',
  useExample: 'Use the sentences here instead',
  useBundled: 'Use the bundled model instead',
  crashed:
    'The worker that runs the model stopped. Your text is safe; it starts again with your next change.',
  noThreads:
    'The model runs on one thread here, since the server does not isolate the page (COOP and COEP headers). It works, only slower.',
  noModels:
    'The list of bundled models could not be read. Reload the page, or open a checkpoint folder of your own.',
  broken: 'The page itself failed to draw.',
  brokenRemedy: 'Reload it; your text is kept in the address.',
  reload: 'Reload the page',
};
