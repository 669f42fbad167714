import type { Tokenizer as HuggingFaceTokenizer } from '@huggingface/tokenizers';
import type { ContinuationRule } from './continuation.ts';

/** An entry of the vocabulary. */
export interface Piece {
  /** As the vocabulary writes it: ##ing, Ġdog, ▁dog. */
  readonly token: string;
  /** As a person reads it; a piece that continues a word begins with ## in every kind of vocabulary. */
  readonly word: string;
}

/** The entry at an index; undefined where a model's vocabulary is larger than its tokenizer's. */
export function pieceOf(
  tokenizer: HuggingFaceTokenizer,
  continues: ContinuationRule,
  id: number,
): Piece | undefined {
  const token = tokenizer.id_to_token(id);
  if (token === undefined) return undefined;
  const options = { skip_special_tokens: false, clean_up_tokenization_spaces: false };
  const decoded = tokenizer.decode([id], options).trim();
  // half a character, or nothing but a space
  if (decoded === '' || decoded.includes('\ufffd')) return { token, word: token };
  const special = tokenizer.get_added_tokens_decoder().has(id);
  const inside = !special && continues(token) && /[\p{L}\p{N}]/u.test(decoded);
  return { token, word: inside && !decoded.startsWith('##') ? `##${decoded}` : decoded };
}
