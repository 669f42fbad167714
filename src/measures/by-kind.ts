/**
 * Statistics are kept apart for ordinary subwords and for the two special tokens around a sentence,
 * since each may carry tails of its own. The order is that of text's TOKEN_KINDS (held by a test).
 */
export const KINDS = ['word', 'first', 'last'] as const;
export type Kind = (typeof KINDS)[number];
/** One value for each kind of token. */
export type ByKind<T> = readonly [word: T, first: T, last: T];
