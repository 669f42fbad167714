import { many } from './plural.ts';

/** Words of the second model: choosing it, its state, and how far it is from the first. */
export const beside = {
  title: 'Second model',
  hint: 'Load another model beside this one to compare the two on your sentences, such as a checkpoint and a quantized export of it.',
  choose: 'Choose a second model…',
  chooseAnother: 'Choose another…',
  stay: 'Close the list',
  put: (name: string) => `Put ${name} beside`,
  putShort: 'Put beside',
  bundled: 'Bundled',
  stored: 'Stored in this browser',
  own: 'Your own',
  openFolder: 'Open a second folder…',
  openFiles: 'Open its second files…',
  putAway: 'Put it away',
  retry: 'Try again',
  loading: (name: string, detail: string) => `${name}: ${detail}`,
  awaitedFiles: (name: string) =>
    `This link compares with a checkpoint of your own: ${name}. Open its folder, or go on without it.`,
  awaitedRemote: (name: string, host: string) =>
    `This link compares with ${name} from ${host}, which is not stored in this browser. Nothing was asked of that host. Download it under “Models from elsewhere”; it then opens here.`,

  folder: {
    title: (folder: string) => `Other weights in ${folder}`,
    take: 'Take instead',
    takeIt: (path: string) => `Take instead: ${path}`,
    put: 'Put beside',
    putIt: (path: string) => `Put beside: ${path}`,
    cost: 'Show what rounding costs',
    costOf: (path: string) => `Show what rounding costs: ${path}`,
    isBeside: 'beside it now',
  },

  remote: {
    title: 'What rounding costs',
    ofRounded:
      'This model’s weights are rounded to make the file smaller. Held against the full weights, it shows in every layer how far rounding moves the hidden states.',
    ofFull:
      'The same model may be had with rounded weights, in a smaller file. Held against this one, they show in every layer how far rounding moves the hidden states.',
    look: (name: string) => `See what else ${name} has`,
    asks: (host: string) => `Asks ${host} for a list of files.`,
    none: (name: string) => `${name} has no other weights to hold these against.`,
    coming: 'on its way; it then opens beside this model',
    fetch: (size: string | undefined) =>
      size === undefined ? 'Download it and show' : `Download ${size} and show`,
    fetchOf: (weights: string, size: string | undefined) =>
      `Download ${size === undefined ? weights : `${weights} (${size})`} and show what rounding costs`,
  },

  difference: {
    /** `largest` and `mean` over all layers. */
    rounded: (rounded: string, largest: string, layer: string) =>
      `Rounding moves hidden states of ${rounded} by up to ${largest}, most in ${layer}`,
    apart: (largest: string, layer: string) => `Hidden states are up to ${largest} apart, most in ${layer}`,
    none: 'Both models give the same hidden states',
    meaning:
      'A token’s hidden state in a layer is a list of numbers. Mean and largest: how far such a number is from the other model’s. Cosine: how alike the two lists point, on average over tokens; at 1 they point the same way, and cosines between tokens stay what they are.',
    sample: (one: string, other: string, sentences: number, tokens: number) =>
      `${one} and ${other} · ${many(sentences, 'sentence', 'sentences')} · ${many(tokens, 'token', 'tokens')}`,
    columns: { layer: 'Layer', mean: 'Mean', largest: 'Largest', cosine: 'Cosine' },
    embeddings: 'embeddings',
    layer: (layer: number) => `layer ${layer}`,
    measuring: (sentences: number | undefined, of: number | undefined) =>
      sentences === undefined || of === undefined
        ? 'Measuring how far the two are apart…'
        : `Measuring how far the two are apart: ${sentences} of ${many(of, 'sentence', 'sentences')}`,
    tails: (name: string, dims: string) => `Tails of ${name} here: ${dims}`,
    noTails: (name: string) => `No dimension stands out as a tail of ${name} here`,
  },
};
