import { PrecompiledNormalizer } from '@huggingface/tokenizers';
import { CharacterMap } from './character-map.ts';

/**
 * SentencePiece's normalizer, by the tokenizer's own map of characters; the library's takes NFKC and a list of
 * white space for every map.
 */
export class ExactPrecompiled extends PrecompiledNormalizer {
  readonly #map: CharacterMap;

  /** @throws TailscopeError("tokenizer-invalid") where the map is damaged */
  constructor(map: string) {
    super({ type: 'Precompiled', precompiled_charsmap: map });
    this.#map = new CharacterMap(map);
  }

  override normalize(text: string): string {
    return this.#map.apply(text);
  }
}
