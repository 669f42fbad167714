export { TOKEN_KINDS, type TokenKind } from './kinds.ts';
export { largestTokenId } from './largest-token-id.ts';
export { spellMasks, type MaskToken } from './mask-token.ts';
export { MASK, maskableWords, replaceWord, type MaskableWord } from './masked-words.ts';
export type { Piece } from './piece.ts';
export { createTokenizer, type Encoded, type Tokenizer } from './tokenizer.ts';
export { sentenceWords, type SentenceWord, type SentenceWords } from './sentence-words.ts';
export { createWordReader, type ReadWords, type WordReader, type WordSpan } from './word-reader.ts';
