/** What is wrong inside a checkpoint's files: ends of sentences that begin in the catalogue of errors. */

/** What a setting of config.json can be wrong about. */
export type ConfigProblem =
  | {
      readonly is: 'missing' | 'not-a-number' | 'not-whole' | 'not-a-name' | 'relative' | 'decoder' | 'other';
    }
  | { readonly is: 'below'; readonly least: number }
  | { readonly is: 'above'; readonly most: number }
  | { readonly is: 'unknown'; readonly found: string; readonly known: readonly string[] }
  | { readonly is: 'indivisible'; readonly heads: number; readonly dims: number };

const CONFIG = {
  missing: 'it is missing',
  'not-a-number': 'it is not a number',
  'not-whole': 'it is not a whole number',
  'not-a-name': 'it is not a name',
  relative: 'only “absolute” positions can be run',
  decoder: 'a decoder attends to the left only, which is not supported',
  other: 'it is not what this setting can be',
} as const;

export function configProblem(problem: ConfigProblem): string {
  switch (problem.is) {
    case 'below':
      return `it is below ${problem.least}`;
    case 'above':
      return `it is above ${problem.most}`;
    case 'unknown':
      return `“${problem.found}” is none of ${problem.known.join(', ')}`;
    case 'indivisible':
      return `${problem.heads} heads do not divide ${problem.dims} dimensions`;
    case 'missing':
    case 'not-a-number':
    case 'not-whole':
    case 'not-a-name':
    case 'relative':
    case 'decoder':
    case 'other':
      return CONFIG[problem.is];
  }
}

/** What the header of a safetensors file can be wrong about. */
export type HeaderProblem =
  | { readonly is: 'not-an-object' }
  | { readonly is: 'malformed'; readonly tensor: string }
  | { readonly is: 'type'; readonly tensor: string; readonly found: string }
  | {
      readonly is: 'size';
      readonly tensor: string;
      readonly shape: readonly number[];
      readonly dtype: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly is: 'overlap'; readonly tensors: readonly [string, string] };

export function headerProblem(problem: HeaderProblem): string {
  switch (problem.is) {
    case 'not-an-object':
      return 'it is not a JSON object';
    case 'malformed':
      return `tensor ${problem.tensor} lacks a type, a shape or a place, or has one that cannot be`;
    case 'type':
      return `tensor ${problem.tensor} has the unknown type ${problem.found}`;
    case 'size':
      return `tensor ${problem.tensor} of shape [${problem.shape.join(', ')}] ${problem.dtype} cannot lie in bytes ${problem.from} to ${problem.to}`;
    case 'overlap':
      return `tensors ${problem.tensors.join(' and ')} share bytes`;
  }
}

/** What the index of sharded weights can be wrong about. */
export type IndexProblem =
  { readonly is: 'no-map' } | { readonly is: 'not-there'; readonly tensor: string; readonly shard: string };

export function indexProblem(problem: IndexProblem): string {
  switch (problem.is) {
    case 'no-map':
      return 'it does not say which tensor is in which file';
    case 'not-there':
      return `it says that tensor ${problem.tensor} is in ${problem.shard}, where it is not`;
  }
}

/** What a tokenizer.json can be wrong about; "unread" carries the words of the package that reads it. */
export type TokenizerProblem =
  | { readonly is: 'not-an-object' | 'no-vocabulary' | 'no-unknown-token' | 'character-map' | 'index' }
  | { readonly is: 'slow-pattern'; readonly pattern: string }
  | { readonly is: 'unread'; readonly message: string };

const TOKENIZER = {
  'not-an-object': 'it is not a JSON object',
  'no-vocabulary': 'it has no vocabulary',
  index: 'it numbers a token with what is no index',
  'character-map': 'its map of characters (precompiled_charsmap) is damaged',
  'no-unknown-token': 'its vocabulary lacks the token for unknown words',
} as const;

export function tokenizerProblem(problem: TokenizerProblem): string {
  if (problem.is === 'unread') return problem.message;
  if (problem.is === 'slow-pattern')
    return `its pattern ${problem.pattern} repeats what itself repeats, so some texts would keep the page busy for ever`;
  return TOKENIZER[problem.is];
}
