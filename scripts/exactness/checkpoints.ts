/** Checkpoints of src/graph/fixtures, each saved in the format it is named after. */
export const BERTS = ['bert-f32', 'bert-f16', 'bert-bf16', 'bert-old-names'] as const;

/** One of each other architecture, whose weights are the same numbers in every format. */
export const FAMILIES = [
  'roberta',
  'xlm-roberta',
  'camembert',
  'distilbert',
  'electra',
  'albert',
  'mpnet',
] as const;

/** The same networks with other heads that guess masked words: BERT's and DistilBERT's with a table of their own, and CamemBERT's. */
export const OTHER_HEADS = ['bert-untied', 'distilbert-untied', 'camembert-mlm'] as const;

/** Saved without the head that guesses masked words. */
export const HEADLESS: ReadonlySet<string> = new Set(['bert-old-names', 'camembert']);
