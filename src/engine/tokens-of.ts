import type { Tokens } from '../protocol/text.ts';
import type { Sentence } from './corpus.ts';

/** The measured tokens of sentences, as the page shows them. */
export function tokensOf(sentences: readonly Sentence[]): Tokens {
  const rows = sentences.flatMap((sentence) =>
    Array.from(sentence.measured, (position) => ({ sentence, position })),
  );
  return {
    text: rows.map(({ sentence, position }) => sentence.encoded.text[position] ?? ''),
    id: Uint32Array.from(rows, ({ sentence, position }) => sentence.encoded.ids[position] ?? 0),
    sentence: Uint32Array.from(rows, ({ sentence }) => sentence.index),
    position: Uint16Array.from(rows, ({ position }) => position),
    kind: Uint8Array.from(rows, ({ sentence, position }) => sentence.encoded.kind[position] ?? 0),
    continues: Uint8Array.from(rows, ({ sentence, position }) => sentence.encoded.continues[position] ?? 0),
  };
}
