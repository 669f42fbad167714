import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../core/at.ts';
import { sumOfTerms, TERMS } from '../../measures/life.ts';
import { TOKEN_KINDS } from '../../text/index.ts';
import { loadModel, type NodeModel } from '../node/index.ts';
import type { Encoder } from '../encoder.ts';
import { tokenBatch } from '../token-batch.ts';
import { life } from './life.ts';
import { termsOfToken } from './life-terms.ts';

/** Both round at every step, and a term may be many times what is left of it. */
const MOST = 1e-4;

const Terms = v.nullable(v.array(v.array(v.array(v.number()))));
const Fixture = v.object({
  ids: v.array(v.number()),
  dims: v.array(v.number()),
  models: v.array(v.object({ name: v.string(), terms: v.array(Terms) })),
});
const fixture = v.parse(
  Fixture,
  JSON.parse(readFileSync(new URL('./fixtures/life.json', import.meta.url), 'utf8')),
);
const folder = (name: string) => fileURLToPath(new URL(`../../graph/fixtures/${name}/`, import.meta.url));

describe.each(fixture.models)('the life of two dimensions in $name', ({ name, terms }) => {
  let model: NodeModel;
  let encoder: Encoder;
  beforeAll(async () => {
    model = await loadModel(folder(name), { threads: 1 });
    encoder = await model.reopen.encoder({ terms: true });
  });
  afterAll(async () => {
    await model.encoder.release();
    await encoder.release();
  });

  it('has the terms that hooks in PyTorch see, and they add up to the hidden states', async () => {
    const { dims, ids } = fixture;
    const raw = await encoder.terms(tokenBatch([Uint32Array.from(ids)]), dims);
    const { layers } = encoder.shape;
    expect(terms).toHaveLength(layers + 1);
    const found = new Float64Array(dims.length * (layers + 1) * TERMS);
    for (const row of ids.keys()) {
      expect(termsOfToken(raw, row, { layers, dims }, found)).toBeLessThan(MOST);
      for (const [layer, expected] of terms.entries())
        for (const [d] of dims.entries()) {
          const from = (d * (layers + 1) + layer) * TERMS;
          const wanted = expected?.[row]?.[d] ?? [sumOfTerms(found, from)];
          for (const [t, term] of wanted.entries())
            expect(Math.abs(at(found, from + t) - term), `layer ${layer}, term ${t}`).toBeLessThan(MOST);
        }
    }
  });

  it('is told of a text: the mean over its words’ tokens, and the first tokens’ own', async () => {
    const sentences = ['The dog barked.', '', 'Cats sleep.'];
    const request = { sentences, specials: 'include', dims: [3, 17], tokens: 4 } as const;
    const found = await life(model, encoder, request);
    expect(found).toMatchObject({ sentences: 2, layers: encoder.shape.layers + 1 });
    expect(found.embeddings).toBe(terms[0] !== null);
    expect(found.tokens.text).toHaveLength(4);
    expect(found.largestError).toBeLessThan(MOST);

    const all = await life(model, encoder, { ...request, tokens: 1000 });
    const size = 2 * found.layers * TERMS;
    expect(all.tokens.text).toHaveLength(all.measured);
    expect([...all.each.subarray(0, 4 * size)]).toEqual([...found.each]);
    const words = [...all.tokens.kind.keys()].filter(
      (token) => TOKEN_KINDS[at(all.tokens.kind, token)] === 'word',
    );
    expect(found.averaged).toBe(words.length);
    expect(words.length).toBeLessThan(all.measured);
    for (let i = 0; i < size; i++) {
      const sum = words.reduce((before, token) => before + at(all.each, token * size + i), 0);
      expect(at(found.mean, i)).toBeCloseTo(sum / words.length, 5);
    }
  });
});

it('an export’s terms cannot be told, and it says so', async () => {
  const bert = fileURLToPath(new URL('../../graph/edit/fixtures/bert/', import.meta.url));
  const model = await loadModel(bert, { threads: 1, weights: 'trace11.f32.onnx' });
  await expect(model.reopen.encoder({ terms: true })).rejects.toMatchObject({ code: 'terms-export' });
  await model.encoder.release();
});
