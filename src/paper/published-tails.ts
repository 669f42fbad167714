/**
 * Tails that were published of known checkpoints: the paper's (section 2 and its appendix), and, of bert-base-uncased, those of
 * later work that the paper's method was repeated on.
 */
const PUBLISHED: Readonly<Record<string, readonly number[]>> = {
  'bert-base-cased': [557],
  'bert-base-uncased': [308, 381],
  'bert-large-cased': [896, 678, 122, 928],
  'roberta-base': [588, 77],
  'roberta-large': [673, 631, 981],
  'distilbert-base-cased': [557],
  'distilroberta-base': [588, 77],
};

/** @param model a name such as "bert-base-cased" or "google-bert/bert-base-cased" */
export function publishedTails(model: string): readonly number[] | undefined {
  const name = model.split('/').at(-1)?.toLowerCase() ?? '';
  return Object.hasOwn(PUBLISHED, name) ? PUBLISHED[name] : undefined;
}
