/**
 * What else has been proposed against vectors that all point one way: affine maps fitted on the vectors of a corpus, layer by
 * layer (docs/measures.md, "Remedies").
 * @see Mu and Viswanath 2018 for top; Su et al. 2021 for whiten; Timkey and van Schijndel 2021 for standardize
 */
export type Remedy =
  | { readonly kind: 'center' }
  | { readonly kind: 'standardize' }
  /** Takes out the mean, then the first principal components. */
  | { readonly kind: 'top'; readonly components: number }
  | { readonly kind: 'whiten' };

const MOST_COMPONENTS = 9999;

/** As the command and links write it: "center", "standardize", "top:3", "whiten"; "none" without one. */
export function remedyName(remedy: Remedy | undefined): string {
  if (!remedy) return 'none';
  return remedy.kind === 'top' ? `top:${remedy.components}` : remedy.kind;
}

/** What `remedyName` wrote; undefined for anything else. */
export function readRemedy(text: string): { readonly remedy: Remedy | undefined } | undefined {
  if (text === 'none') return { remedy: undefined };
  if (text === 'center' || text === 'standardize' || text === 'whiten') return { remedy: { kind: text } };
  const [, digits] = /^top:(\d{1,4})$/.exec(text) ?? [];
  const components = Number(digits);
  if (digits === undefined || components < 1 || components > MOST_COMPONENTS) return undefined;
  return { remedy: { kind: 'top', components } };
}
