import * as v from 'valibot';
import type { ByteFile } from './byte-file.ts';
import { readJson } from './json-file.ts';

/** What a model's maker says of it. Everything is optional. */
export interface Card {
  readonly name: string | undefined;
  /** False only where the card says that the model was trained without position embeddings. */
  readonly positionEmbeddings: boolean;
}

const MOST_BYTES = 2 ** 20;

// a card is for people: what has another type is left out, not complained of
const CardFile = v.object({
  name: v.fallback(v.optional(v.string()), undefined),
  position_embeddings: v.fallback(v.optional(v.boolean(), true), true),
});

/** @throws TailscopeError("file-too-large" | "file-html" | "not-json" | "cancelled") */
export async function readCard(file: ByteFile, signal?: AbortSignal): Promise<Card | undefined> {
  const json = await readJson(file, MOST_BYTES, signal);
  const known = v.safeParse(CardFile, json);
  if (!known.success) return undefined;
  const { name, position_embeddings: positionEmbeddings } = known.output;
  return { name, positionEmbeddings };
}
