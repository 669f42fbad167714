export { TOKEN_KINDS, type TokenKind } from './kinds.ts';
export { largestTokenId } from './largest-token-id.ts';
export { spellMasks, type MaskToken } from './mask-token.ts';
export type { Piece } from './piece.ts';
export { createTokenizer, type Encoded, type Tokenizer } from './tokenizer.ts';
