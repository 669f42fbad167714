import { BertNormalizer } from '@huggingface/tokenizers';
import { lowerCase } from './lower-case.ts';

/** Blocks of ideographs; one is a word by itself (BERT's own list, without the newer blocks). */
const IDEOGRAPH =
  /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2b81f}\u{2b920}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/gu;
const CONTROL = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\ufffd]/gu;

/**
 * BERT's normalizer as Hugging Face's tokenizers has it in Rust. The JavaScript one differs in three
 * ways that show: it leaves ideographs beyond the first 65,536 characters joined, lower-cases before
 * it takes accents off, and lower-cases a Greek word's last sigma by its place.
 */
export class ExactBertNormalizer extends BertNormalizer {
  override normalize(text: string): string {
    const { clean_text, handle_chinese_chars, lowercase, strip_accents } = this.config;
    let out = text;
    if (clean_text) out = out.replace(CONTROL, '').replace(/\s/g, ' ');
    if (handle_chinese_chars) out = out.replace(IDEOGRAPH, ' $& ');
    if (strip_accents ?? lowercase) out = out.normalize('NFD').replace(/\p{Mn}/gu, '');
    return lowercase ? lowerCase(out) : out;
  }
}
