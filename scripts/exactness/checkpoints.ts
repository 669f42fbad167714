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

/** Saved without the head that guesses masked words. */
export const HEADLESS: ReadonlySet<string> = new Set(['bert-old-names', 'camembert']);
