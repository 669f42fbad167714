import { LowercaseNormalizer } from '@huggingface/tokenizers';

/**
 * Lower case as Rust has it, which sees one character at a time: a Greek word's last sigma is σ as any other,
 * where JavaScript writes ς. No other letter depends on its place.
 */
export function lowerCase(text: string): string {
  return text.replaceAll('Σ', 'σ').toLowerCase();
}

export class ExactLowercase extends LowercaseNormalizer {
  override normalize(text: string): string {
    return lowerCase(text);
  }
}
