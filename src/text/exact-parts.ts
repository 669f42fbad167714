import {
  BertNormalizer,
  BertPreTokenizer,
  ByteLevelPreTokenizer,
  LowercaseNormalizer,
  PrecompiledNormalizer,
  SequenceNormalizer,
  SequencePreTokenizer,
  WhitespaceSplitPreTokenizer,
  type Normalizer,
  type PreTokenizer,
  type Tokenizer,
} from '@huggingface/tokenizers';
import { ExactBertNormalizer } from './bert-normalizer.ts';
import { ExactLowercase } from './lower-case.ts';
import { ExactPrecompiled } from './precompiled.ts';
import { BYTE_LEVEL_PARTS, ExactBertPreTokenizer, ExactWhitespaceSplit } from './white-space.ts';

/**
 * Puts our own in place of those parts of a tokenizer that give other ids than Hugging Face's tokenizers in
 * Rust, wherever they stand in it.
 * @throws TailscopeError("tokenizer-invalid") where a map of characters is damaged
 */
export function makeExact(tokenizer: Tokenizer): void {
  tokenizer.normalizer = exactNormalizer(tokenizer.normalizer);
  tokenizer.pre_tokenizer = exactPreTokenizer(tokenizer.pre_tokenizer);
}

function exactNormalizer(given: Normalizer | null): Normalizer | null {
  if (given instanceof BertNormalizer) return new ExactBertNormalizer(given.config);
  if (given instanceof LowercaseNormalizer) return new ExactLowercase(given.config);
  if (given instanceof PrecompiledNormalizer) return exactPrecompiled(given);
  if (given instanceof SequenceNormalizer) given.normalizers = given.normalizers.map(exactNormalizer);
  return given;
}

function exactPrecompiled(given: PrecompiledNormalizer): Normalizer {
  const map: unknown = given.charsmap;
  return typeof map === 'string' ? new ExactPrecompiled(map) : given;
}

function exactPreTokenizer(given: PreTokenizer | null): PreTokenizer | null {
  if (given instanceof BertPreTokenizer) return new ExactBertPreTokenizer();
  if (given instanceof WhitespaceSplitPreTokenizer) return new ExactWhitespaceSplit();
  if (given instanceof ByteLevelPreTokenizer) given.pattern = BYTE_LEVEL_PARTS;
  if (given instanceof SequencePreTokenizer) given.tokenizers = given.tokenizers.map(exactPreTokenizer);
  return given;
}
