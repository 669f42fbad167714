import type { GlossaryEntry } from './glossary-entry.ts';
import { measureTerms } from './measure-terms.ts';
import { remedyTerms } from './remedy-terms.ts';
import { taskTerms } from './task-terms.ts';

/** What the terms of the page mean: those of models here, those of figures in files of their own. */
export const glossary = {
  ...measureTerms,
  ...remedyTerms,
  ...taskTerms,
  token: {
    forms: ['tokens', 'token'],
    means: 'A piece of text as the model reads it: a word, a part of one (“##s”), or a mark.',
  },
  vector: {
    forms: ['vectors', 'vector'],
    means: 'A list of numbers. The model has one for each token after each of its layers.',
  },
  dimension: {
    forms: ['dimensions', 'dimension'],
    means: 'One place in the vector, by its number. The bundled model has 256 of them, numbered from 0.',
  },
  layer: {
    forms: ['layers', 'layer'],
    means:
      'One step of the network. Each layer takes every token’s vector and gives a new one; the embeddings are what goes into the first.',
  },
  specialTokens: {
    forms: ['[CLS] and [SEP]', '[CLS]', '[SEP]'],
    means:
      'Tokens the model itself puts around a sentence: [CLS] at its start, [SEP] at its end. They stand for no word.',
  },
  specials: {
    forms: ['specials'],
    means: 'The special tokens [CLS] and [SEP]; “in” means that their vectors are measured too.',
  },
  seed: {
    forms: ['seed'],
    means: 'The number that random choices start from. The same seed makes the same choices again.',
  },
  runsOn: {
    forms: ['WASM × n'],
    means:
      'Where the model runs, always in your browser: WebGPU on the graphics card, WASM on the processor, and × how many threads at once.',
  },
  where: {
    forms: ['Where'],
    means:
      'After the network: the finished vectors get a 0 at this place, as in the paper. Inside it: the place is set to 0 after every layer, and the layers above work without it.',
  },
  maskedWord: {
    forms: ['masked words', 'masked word', 'hidden words', 'hidden word'],
    means:
      'A word replaced by [MASK] (RoBERTa writes <mask>). Models of this family are trained to say what stood there.',
  },
  head: {
    forms: ['masked-word head', 'head'],
    means:
      'The last part of a masked language model: it turns a vector into a number for every word of the vocabulary. It reads the last layer only.',
  },
  heldOut: {
    forms: ['held-out text', 'held out', 'text it never read'],
    means: 'Text that was put aside before training, so that a model cannot have learned it by heart.',
  },
  positionEmbeddings: {
    forms: ['position embeddings'],
    means:
      'Vectors that are added to the tokens’ own to say where in the sentence each stands. Without them a model sees a bag of words.',
  },
  optimizer: {
    forms: ['optimizer'],
    means:
      'The rule by which training changes the weights. It remembers how they changed before; a fresh one has forgotten it.',
  },
} as const satisfies Record<string, GlossaryEntry>;

/** Words of a term's explanation, and of the definitions that it leads to. */
export const definitions = {
  from: (source: string) => `Source: ${source}.`,
  open: 'The whole definition',
  title: 'Definitions',
  close: 'Close the definitions',
  loading: 'Fetching the definitions…',
};
