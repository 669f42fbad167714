import { Reused } from './reused.ts';

/** Sentences that run through the network together. */
export interface TokenBatch {
  /** Vocabulary indices of each sentence's tokens. */
  readonly sentences: readonly Uint32Array[];
  /** Tokens in all, without padding. */
  readonly tokens: number;
  readonly longest: number;
}

export function tokenBatch(sentences: readonly Uint32Array[]): TokenBatch {
  let tokens = 0;
  let longest = 0;
  for (const { length } of sentences) {
    tokens += length;
    longest = Math.max(longest, length);
  }
  return { sentences, tokens, longest };
}

export interface PaddedBatch {
  readonly ids: BigInt64Array;
  /** 1 = a token, 0 = padding. */
  readonly mask: BigInt64Array;
  /** Of padding, too, as transformers numbers it: all rows decide what a quantized network rounds values to. */
  readonly positions: BigInt64Array;
  /** [sentences, longest] */
  readonly shape: readonly [number, number];
}

/** How a network numbers the places of a sentence, and what fills it up. */
export interface Padding {
  readonly padId: number;
  /** Position of a sentence's first token. */
  readonly firstPosition: number;
}

const int64 = (length: number) => new BigInt64Array(length);

/** Memory for the rectangles of one batch after another. */
export class BatchRoom {
  readonly ids = new Reused(int64);
  readonly mask = new Reused(int64);
  readonly positions = new Reused(int64);
}

/**
 * The batch as rectangles of int64, each sentence filled up at its end.
 * @param room holds the rectangles until the next batch is written there
 * @param places the place each token of a sentence is said to have, from 0; its own when left out
 */
export function padded(
  { sentences, longest }: TokenBatch,
  { padId, firstPosition }: Padding,
  room = new BatchRoom(),
  places?: (ids: Uint32Array) => ArrayLike<number>,
): PaddedBatch {
  // networks that number from after padding's position do not count padding, nor one typed out
  const skipped = firstPosition > padId ? padId : undefined;
  const size = sentences.length * longest;
  const ids = room.ids.take(size);
  const mask = room.mask.take(size).fill(0n);
  const positions = room.positions.take(size);
  for (const [row, sentence] of sentences.entries()) {
    const start = row * longest;
    mask.fill(1n, start, start + sentence.length);
    const moved = places?.(sentence);
    let position = firstPosition;
    for (let i = 0; i < longest; i++) {
      const id = sentence[i] ?? padId;
      ids[start + i] = BigInt(id);
      const place = moved?.[i];
      const own = id === skipped ? padId : position++;
      positions[start + i] = BigInt(place === undefined ? own : firstPosition + place);
    }
  }
  return { ids, mask, positions, shape: [sentences.length, longest] };
}
