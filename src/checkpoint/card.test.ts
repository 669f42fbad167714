import { describe, expect, it } from 'vitest';
import { readCard } from './card.ts';
import { memoryFile } from './memory-file.fixture.ts';

const read = (text: string) => readCard(memoryFile('card.json', text));

describe('readCard', () => {
  it('takes a model to have position embeddings unless its card says no', async () => {
    expect(await read('{"name": "a", "position_embeddings": false}')).toEqual({
      name: 'a',
      positionEmbeddings: false,
    });
    expect((await read('{}'))?.positionEmbeddings).toBe(true);
  });

  it.each(['', '{"name": ', '<!doctype html><p>Not found</p>', '[]', 'null'])(
    'leaves a model to run without a card that is none: %j',
    async (text) => {
      const card = await read(text);
      expect(card?.name).toBeUndefined();
    },
  );

  it('does not take a cancelled reading for a missing card', async () => {
    const reading = readCard(memoryFile('card.json', '{}'), AbortSignal.abort());
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});
