import { BertPreTokenizer, WhitespaceSplitPreTokenizer } from '@huggingface/tokenizers';

/** RoBERTa's: contractions, words, numbers and the rest, each with the space before it. */
export const BYTE_LEVEL_PARTS =
  /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu;

const BERT_PARTS = /[^\p{White_Space}\p{P}!-/:-@[-`{-~]+|[\p{P}!-/:-@[-`{-~]/gu;

const WORDS = /\P{White_Space}+/gu;

/**
 * Unicode's white space, which is Rust's, has U+0085 (a newline of old mainframes) and not U+FEFF (the byte
 * order mark); JavaScript's own \s has it the other way round.
 */
export class ExactWhitespaceSplit extends WhitespaceSplitPreTokenizer {
  override pre_tokenize_text(text: string): string[] {
    return text.match(WORDS) ?? [];
  }
}

/** BERT's words and punctuation, between Unicode's white space. */
export class ExactBertPreTokenizer extends BertPreTokenizer {
  override pre_tokenize_text(text: string): string[] {
    return text.match(BERT_PARTS) ?? [];
  }
}
