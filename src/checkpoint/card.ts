import * as v from 'valibot';
import { TailscopeError } from '../core/error.ts';
import type { ByteFile } from './byte-file.ts';
import { readJson } from './json-file.ts';

/** What a model's maker says of it. Everything is optional. */
export interface Card {
  readonly name: string | undefined;
  /** False only where the card says that the model was trained without position embeddings. */
  readonly positionEmbeddings: boolean;
}

/** A card with some hundred reports of its training has half a megabyte. */
export const MOST_CARD_BYTES = 2 ** 23;
/** What makes a file no card, and no reason not to run its model. */
const UNREADABLE: readonly string[] = ['file-too-large', 'file-html', 'not-json', 'json-nested'];

// a card is for people: what has another type is left out, not complained of
const CardFile = v.object({
  name: v.fallback(v.optional(v.string()), undefined),
  position_embeddings: v.fallback(v.optional(v.boolean(), true), true),
});

/**
 * What loading a model needs of its card; undefined for a file that is none.
 * @throws TailscopeError("file-short" | "cancelled")
 */
export async function readCard(file: ByteFile, signal?: AbortSignal): Promise<Card | undefined> {
  const json = await readJson(file, MOST_CARD_BYTES, signal).catch((error: unknown) => {
    if (!UNREADABLE.includes(TailscopeError.from(error).code)) throw error;
    return undefined;
  });
  const known = v.safeParse(CardFile, json);
  if (!known.success) return undefined;
  const { name, position_embeddings: positionEmbeddings } = known.output;
  return { name, positionEmbeddings };
}
