/** Models of the hub that people know, one press away: those of the paper first. */
export const WELL_KNOWN: readonly string[] = [
  'bert-base-cased',
  'roberta-base',
  'distilbert-base-cased',
  'distilroberta-base',
  'bert-large-cased',
  'roberta-large',
  'sentence-transformers/all-MiniLM-L6-v2',
];
