import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureFiles } from '../../../scripts/exactness/fixture.ts';
import { longestError } from '../../../scripts/exactness/longest-error.ts';
import { readReferenceFile, type ReferenceFile } from '../../checkpoint/reference-file.fixture.ts';
import { keepInside, tokenBatch } from '../index.ts';
import { loadModel, type NodeModel } from './index.ts';

const MOST = 3e-5;
const folder = (name: string) => fileURLToPath(new URL(`../../graph/fixtures/${name}/`, import.meta.url));

async function referenceOf(name: string): Promise<ReferenceFile> {
  const file = (await fixtureFiles(name)).find((each) => each.name === 'reference.safetensors');
  if (!file) throw new Error(`${name} has no reference values`);
  return readReferenceFile(file);
}

describe.each([
  ['roberta', 40],
  ['xlm-roberta', 40],
  ['camembert', 40],
  ['distilbert', 40],
  ['electra', 40],
  ['albert', 40],
  ['mpnet', 120],
])('%s, which takes %i tokens', (name, maxTokens) => {
  let model: NodeModel;
  beforeAll(async () => {
    model = await loadModel(folder(name), { threads: 1 });
  });
  afterAll(() => model.encoder.release());

  it('cuts a sentence to what its positions have room for', () => {
    expect(model.info.maxTokens).toBe(maxTokens);
    const { ids, kind, wanted } = model.tokenizer.encode('the cats '.repeat(100));
    expect(ids.length).toBe(maxTokens);
    expect(wanted).toBeGreaterThan(maxTokens);
    expect(kind.at(-1)).toBe(2);
  });

  it('gives the last hidden states of its longest sentence, numbered as transformers numbers it', async () => {
    const reference = await referenceOf(name);
    expect(reference.ints('longest_ids')).toHaveLength(maxTokens);
    expect(await longestError(model.encoder, reference)).toBeLessThan(MOST);
  });
});

describe('a model loaded with its masked-word head', () => {
  let model: NodeModel;
  beforeAll(async () => {
    model = await loadModel(folder('roberta'), { threads: 1, maskedWords: true });
  });
  afterAll(() => model.encoder.release());
  const sentences = ['The cats <mask>.', 'Seven <mask> on the ferry, <mask>.'];
  const batch = () => tokenBatch(sentences.map((text) => model.tokenizer.encode(text).ids));
  const places = () =>
    batch().sentences.flatMap((ids, sentence) =>
      Array.from(ids.keys())
        .filter((token) => ids[token] === model.tokenizer.mask?.id)
        .map((token) => ({ sentence, token })),
    );

  it('still gives hidden states, the same as without', async () => {
    const without = await loadModel(folder('roberta'), { threads: 1 });
    const expected = await without.encoder.encode(batch());
    expect((await model.encoder.encode(batch())).data).toEqual(expected.data);
    await without.encoder.release();
  });

  it('guesses at any places of a padded batch what it guesses sentence by sentence', async () => {
    const together = await model.encoder.maskedLogits(batch(), places());
    expect(together.map(({ length }) => length)).toEqual([390, 390, 390]);
    for (const [i, { sentence, token }] of places().entries()) {
      const alone = tokenBatch(batch().sentences.slice(sentence, sentence + 1));
      const [logits] = await model.encoder.maskedLogits(alone, [{ sentence: 0, token }]);
      const apart = Array.from(together[i] ?? [], (value, word) => Math.abs(value - (logits?.[word] ?? NaN)));
      expect(Math.max(...apart)).toBeLessThan(MOST);
    }
  });

  it('reads the hidden states as a cut left them', async () => {
    const chosen = places();
    const keep = keepInside(model.encoder.shape, { dims: [5], from: 2 });
    const [cut] = await model.encoder.maskedLogits(batch(), chosen, { keep });
    const [whole] = await model.encoder.maskedLogits(batch(), chosen);
    expect(cut).not.toEqual(whole);
  });
});
