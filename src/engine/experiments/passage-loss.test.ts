import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../node/index.ts';
import { FakeModel } from '../testing/fake-model.ts';
import { passageLoss } from './passage-loss.ts';

const Fixture = v.object({
  text: v.array(v.string()),
  cut: v.array(v.number()),
  models: v.array(
    v.object({
      name: v.string(),
      hidden: v.number(),
      whole: v.number(),
      after: v.number(),
      inside: v.number(),
    }),
  ),
});
const { text, cut, models } = v.parse(
  Fixture,
  JSON.parse(readFileSync(new URL('./fixtures/loss.json', import.meta.url), 'utf8')),
);
const folder = (name: string) => fileURLToPath(new URL(`../../graph/fixtures/${name}/`, import.meta.url));
const request = { sentences: text, cut, masking: 'each', draws: 3, seed: 1 } as const;

describe.each(models)('the loss of $name over a passage', ({ name, hidden, whole, after, inside }) => {
  it('is PyTorch’s: whole, cut after the network and cut inside it', async () => {
    const model = await loadModel(folder(name), { threads: 1, maskedWords: true });
    const found = await passageLoss(model, model.encoder, request);
    expect(found.hidden).toBe(hidden);
    expect(found.whole).toBeCloseTo(whole, 4);
    expect(found.after).toBeCloseTo(after, 4);
    expect(found.inside).toBeCloseTo(inside, 4);
    for (const range of [found.randomAfter, found.randomInside]) {
      expect(range?.low).toBeLessThanOrEqual(range?.mean ?? NaN);
      expect(range?.mean).toBeLessThanOrEqual(range?.high ?? NaN);
    }
    expect(await passageLoss(model, model.encoder, request)).toEqual(found);
    await model.encoder.release();
  });

  it('can be of some words at once, at least one a sentence, drawn by the seed', async () => {
    const model = await loadModel(folder(name), { threads: 1, maskedWords: true });
    const found = await passageLoss(model, model.encoder, { ...request, masking: 'seeded', draws: 0 });
    expect(found.hidden).toBeGreaterThanOrEqual(text.length);
    expect(found.hidden).toBeLessThan(hidden);
    expect(found.randomAfter).toBeUndefined();
    await model.encoder.release();
  });
});

it('hides no mask that stands in the text: nobody knows which word it was', async () => {
  const [{ name } = expect.fail()] = models;
  const model = await loadModel(folder(name), { threads: 1, maskedWords: true });
  const mask = model.tokenizer.mask?.text ?? expect.fail();
  const [first = ''] = text;
  const one = { ...request, cut: [], draws: 0 } as const;
  const whole = await passageLoss(model, model.encoder, { ...one, sentences: [first] });
  const masked = await passageLoss(model, model.encoder, { ...one, sentences: [`${first} ${mask}`] });
  expect(masked.hidden).toBe(whole.hidden);
  const nothing = passageLoss(model, model.encoder, { ...one, sentences: [mask] });
  await expect(nothing).rejects.toMatchObject({ code: 'empty-text' });
  await model.encoder.release();
});

it('a tokenizer without a mask has no such loss', async () => {
  const model = new FakeModel();
  const asked = passageLoss(model, model.encoder, { ...request, cut: [1] });
  await expect(asked).rejects.toMatchObject({ code: 'no-mask-token' });
});
