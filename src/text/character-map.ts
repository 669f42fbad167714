import { at } from '../core/at.ts';
import { TailscopeError } from '../core/error.ts';

/** Graphemes of so many bytes and more are looked up by their characters alone, as in Rust. */
const LONGEST_GRAPHEME = 6;
/** Most of a corpus is a few hundred characters over and over. */
const REMEMBERED = 10_000;

/**
 * A map from characters to what they are written as, as SentencePiece compiles it: the size of a tree in
 * bytes, the tree, and the texts that its leaves point to, each up to a zero byte.
 * @see https://github.com/s-yata/darts-clone for the tree, a double array
 */
export class CharacterMap {
  readonly #tree: Uint32Array;
  readonly #texts: Uint8Array;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  readonly #known = new Map<string, string>();

  /** @throws TailscopeError("tokenizer-invalid") where it is no base64, or shorter than it says */
  constructor(base64: string) {
    const bytes = fromBase64(base64);
    const view = new DataView(bytes.buffer);
    const size = bytes.length < 4 ? NaN : view.getUint32(0, true);
    if (!(size >= 4 && size % 4 === 0 && 4 + size <= bytes.length)) throw damaged();
    this.#tree = Uint32Array.from({ length: size / 4 }, (_, i) => view.getUint32(4 + 4 * i, true));
    this.#texts = bytes.subarray(4 + size);
  }

  /** A text with each character replaced: a short grapheme as a whole, else each of its characters. */
  apply(text: string): string {
    let out = '';
    for (const grapheme of graphemesOf(text)) {
      let written = this.#known.get(grapheme);
      if (written === undefined) {
        written = this.#write(grapheme);
        if (this.#known.size >= REMEMBERED) this.#known.clear();
        this.#known.set(grapheme, written);
      }
      out += written;
    }
    return out;
  }

  #write(grapheme: string): string {
    const bytes = this.#encoder.encode(grapheme);
    const whole = bytes.length < LONGEST_GRAPHEME ? this.#find(bytes) : undefined;
    if (whole !== undefined) return whole;
    return Array.from(grapheme, (character) => this.#find(this.#encoder.encode(character)) ?? character).join(
      '',
    );
  }

  /** What the first entry that begins these bytes stands for: the shortest, as in Rust, and not the longest. */
  #find(bytes: Uint8Array): string | undefined {
    let node = 0;
    let unit = at(this.#tree, node);
    node ^= offsetOf(unit);
    for (const byte of bytes) {
      if (byte === 0) return undefined;
      node ^= byte;
      unit = this.#tree[node] ?? 0;
      if (labelOf(unit) !== byte) return undefined;
      node ^= offsetOf(unit);
      if (hasLeaf(unit)) return this.#textAt((this.#tree[node] ?? 0) & 0x7fffffff);
    }
    return undefined;
  }

  #textAt(start: number): string {
    const end = this.#texts.indexOf(0, start);
    return this.#decoder.decode(this.#texts.subarray(start, end < 0 ? undefined : end));
  }
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Letters and the like that never join into one grapheme; the segmenter takes microseconds for each. */
const ALL_ALONE = /^[\p{Lu}\p{Ll}\p{N}\p{P}\p{Zs}\p{Sc}\p{Sm}\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]*$/u;

function graphemesOf(text: string): Iterable<string> {
  if (ALL_ALONE.test(text)) return text;
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

// a unit is a byte to match, whether a text ends there, and how far its children are
const labelOf = (unit: number): number => (unit & 0x800000ff) >>> 0;
const hasLeaf = (unit: number): boolean => ((unit >>> 8) & 1) === 1;
const offsetOf = (unit: number): number => (unit >>> 10) << ((unit & 0x200) >>> 6);

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause?: unknown): TailscopeError {
  return TailscopeError.of('tokenizer-invalid', { problem: { is: 'character-map' } }, cause);
}
