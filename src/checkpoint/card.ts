import * as v from 'valibot';
import type { ByteFile } from './byte-file.ts';
import { readJson } from './json-file.ts';

/** What a model's maker says of it. Everything is optional. */
export interface Card {
  readonly name: string | undefined;
  /** False only where the card says that the model was trained without position embeddings. */
  readonly positionEmbeddings: boolean;
  /** The whole card, for showing. */
  readonly facts: Readonly<Record<string, unknown>>;
}

const MOST_BYTES = 2 ** 20;

// a card is for people: what has another type is shown with the facts, not complained of
const CardFile = v.object({
  name: v.fallback(v.optional(v.string()), undefined),
  position_embeddings: v.fallback(v.optional(v.boolean(), true), true),
});

/** @throws TailscopeError("file-too-large" | "file-html" | "not-json" | "cancelled") */
export async function readCard(file: ByteFile, signal?: AbortSignal): Promise<Card | undefined> {
  const json = await readJson(file, MOST_BYTES, signal);
  const facts = v.safeParse(v.record(v.string(), v.unknown()), json);
  const known = v.safeParse(CardFile, json);
  if (!facts.success || !known.success) return undefined;
  const { name, position_embeddings: positionEmbeddings } = known.output;
  return { name, positionEmbeddings, facts: facts.output };
}
