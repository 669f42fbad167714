/** Which of a model's special tokens a token is; specials are told apart because each may carry tails of its own. */
export const TOKEN_KINDS = ['word', 'first', 'last'] as const;
/** word = ordinary subword; first = [CLS] or <s>; last = [SEP] or </s>. */
export type TokenKind = (typeof TOKEN_KINDS)[number];
