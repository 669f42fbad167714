import { describe, expect, it } from 'vitest';
import type { Encoder } from './encoder.ts';
import { HeldEncoder } from './held-encoder.ts';
import type { Model } from './model.ts';
import { FakeModel } from './testing/fake-model.ts';

const LIFE = { terms: true };
const HEAD = { maskedWords: true };

/** A model that is opened anew as often as it is asked for, and says which of these sessions were let go of. */
function open(bytes = 400) {
  const fake = new FakeModel();
  const opened: FakeModel[] = [];
  const encoder = (): Promise<Encoder> => {
    const another = new FakeModel();
    opened.push(another);
    return Promise.resolve(another.encoder);
  };
  const { info, tokenizer, runtime, reopen } = fake;
  const model: Model = {
    info: { ...info, bytes },
    encoder: fake.encoder,
    tokenizer,
    runtime,
    reopen: { ...reopen, encoder },
  };
  return { model, opened, released: () => opened.map((each) => each.released) };
}

describe('the model opened with other parts of its graph', () => {
  it('stays for the next question of the same parts', async () => {
    const { model, released, opened } = open();
    const held = new HeldEncoder();
    await held.with(model, HEAD, () => Promise.resolve());
    await held.with(model, HEAD, () => Promise.resolve());
    expect(opened).toHaveLength(1);
    await held.with(model, LIFE, () => Promise.resolve());
    expect(released()).toEqual([true, false]);
  });

  it('is let go of by the last that works on it, where others ask in between', async () => {
    const { model, released } = open();
    const held = new HeldEncoder();
    await held.with(model, HEAD, async () => {
      await held.with(model, LIFE, () => Promise.resolve());
      expect(released()).toEqual([false, false]);
    });
    expect(released()).toEqual([true, false]);
  });

  it('does not stay where its weights are large', async () => {
    const { model, released } = open(200e6);
    const held = new HeldEncoder();
    await held.with(model, HEAD, async () => {
      await held.with(model, HEAD, () => Promise.resolve());
      expect(released()).toEqual([false]);
    });
    expect(released()).toEqual([true]);
  });
});
