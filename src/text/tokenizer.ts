import { Tokenizer as HuggingFaceTokenizer } from '@huggingface/tokenizers';
import { TailscopeError } from '../core/error.ts';
import { continuationRule } from './continuation.ts';
import { makeExact } from './exact-parts.ts';
import { maskToken, type MaskToken } from './mask-token.ts';
import { pieceOf, type Piece } from './piece.ts';
import { slowPattern } from './slow-pattern.ts';
import { unknownToken } from './unknown-token.ts';
import { TOKEN_KINDS, type TokenKind } from './kinds.ts';

/** A sentence as a model reads it, its special tokens included. */
export interface Encoded {
  /** Vocabulary indices. */
  readonly ids: Uint32Array;
  readonly text: readonly string[];
  /** Index into TOKEN_KINDS, by token. */
  readonly kind: Uint8Array;
  /** 1 where the token continues the word of the token before it. */
  readonly continues: Uint8Array;
  /** Tokens that the sentence has; more than `ids` when it was cut to fit the model. */
  readonly wanted: number;
}

export interface Tokenizer {
  /** Index of the token for what it has no pieces for; undefined where it has some for every text. */
  readonly unknown: number | undefined;
  /** The token that stands for a word to be guessed; undefined where there is none. */
  readonly mask: MaskToken | undefined;
  /** Never throws, whatever the text; a sentence too long keeps its first tokens and its last special. */
  encode(sentence: string): Encoded;
  /** An entry of the vocabulary; undefined past its end. */
  piece(id: number): Piece | undefined;
  /** Vocabulary indices of a text by itself: no special tokens around it, and nothing cut. Never throws. */
  pieces(text: string): readonly number[];
}

/**
 * A tokenizer as a parsed tokenizer.json describes it, giving the ids that Hugging Face's own would.
 * @param config a parsed tokenizer_config.json
 * @param maxTokens the model's positions, special tokens included
 * @throws TailscopeError("tokenizer-invalid")
 */
export function createTokenizer(json: unknown, config: unknown, maxTokens: number): Tokenizer {
  const inner = build(json, config);
  const continues = continuationRule(json);
  const kindOf = kindRule(inner);
  const { last } = frame(inner);
  return {
    unknown: unknownToken(json),
    mask: maskToken(config, (token) => inner.token_to_id(token)),
    piece: (id) => pieceOf(inner, continues, id),
    encode(sentence) {
      const { ids, tokens: text } = inner.encode(replaceLoneSurrogates(sentence));
      const wanted = ids.length;
      if (wanted > maxTokens) {
        const kept = Math.max(0, maxTokens - last.length);
        ids.splice(kept, wanted - maxTokens);
        text.splice(kept, wanted - maxTokens);
      }
      const kinds = ids.map(kindOf);
      const joins = (token: string, i: number) =>
        kinds[i] === 'word' && kinds[i - 1] === 'word' && continues(token);
      return {
        ids: Uint32Array.from(ids),
        text,
        kind: Uint8Array.from(kinds, (kind) => TOKEN_KINDS.indexOf(kind)),
        continues: Uint8Array.from(text, (token, i) => Number(joins(token, i))),
        wanted,
      };
    },
    pieces: (text) => inner.encode(replaceLoneSurrogates(text), { add_special_tokens: false }).ids,
  };
}

function build(json: unknown, config: unknown): HuggingFaceTokenizer {
  if (!isObject(json)) throw TailscopeError.of('tokenizer-invalid', { problem: { is: 'not-an-object' } });
  const slow = slowPattern(json);
  if (slow !== undefined)
    throw TailscopeError.of('tokenizer-invalid', {
      problem: { is: 'slow-pattern', pattern: slow.slice(0, 100) },
    });
  try {
    const tokenizer = new HuggingFaceTokenizer(json, isObject(config) ? config : {});
    makeExact(tokenizer);
    if (tokenizer.encode('\u{1f441}').ids.some((id: unknown) => typeof id !== 'number'))
      throw TailscopeError.of('tokenizer-invalid', { problem: { is: 'no-unknown-token' } });
    return tokenizer;
  } catch (error) {
    if (error instanceof TailscopeError) throw error;
    const message = (error instanceof Error ? error.message : String(error)).slice(0, 200);
    throw TailscopeError.of('tokenizer-invalid', { problem: { is: 'unread', message } }, error);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Ids of the special tokens that the template puts before and after a sentence. */
function frame(tokenizer: HuggingFaceTokenizer): { readonly first: number[]; readonly last: number[] } {
  const bare = tokenizer.encode('a', { add_special_tokens: false }).ids;
  const framed = tokenizer.encode('a').ids;
  const at = framed.findIndex((_, i) => bare.every((id, j) => framed[i + j] === id));
  return { first: framed.slice(0, at), last: framed.slice(at + bare.length) };
}

/** Kinds go by id, so a special token that was typed out is not taken for a word. */
function kindRule(tokenizer: HuggingFaceTokenizer): (id: number, i: number) => TokenKind {
  const { first, last } = frame(tokenizer);
  return (id, i) => {
    if (first.includes(id) && (i < first.length || !last.includes(id))) return 'first';
    return last.includes(id) ? 'last' : 'word';
  };
}

/** Half a character of a pair cannot be written as UTF-8, nor be in any vocabulary. */
function replaceLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
