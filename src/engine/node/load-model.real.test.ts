import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realCheckpoint } from '../../../scripts/real-input.ts';
import type { HiddenStates } from '../../core/hidden-states.ts';
import { tokenBatch } from '../index.ts';
import { loadModel, type NodeModel } from './index.ts';

const numbers = v.array(v.number());
const referenceSchema = v.object({
  dims: numbers,
  sentences: v.array(v.object({ text: v.string(), ids: numbers })),
  cuts: v.array(
    v.object({
      dims: numbers,
      layers: numbers,
      values: v.array(v.array(numbers)),
      projections: v.array(numbers),
    }),
  ),
});

/** Written by `python -m models.reference`, with PyTorch. */
const reference = v.parse(
  referenceSchema,
  JSON.parse(readFileSync(new URL('./fixtures/minilm-states.json', import.meta.url), 'utf8')),
);

describe.each([1, 2])('all-MiniLM-L6-v2 in Node, %i threads', (threads) => {
  let model: NodeModel;
  beforeAll(async () => {
    model = await loadModel(realCheckpoint(), { threads });
  });
  afterAll(() => model.encoder.release());

  it('reads each sentence as the tokens that transformers reads', () => {
    for (const { text, ids } of reference.sentences)
      expect([...model.tokenizer.encode(text).ids]).toEqual(ids);
  });

  it.each(reference.cuts)(
    'gives the hidden states of PyTorch with $dims cut after layers $layers',
    async (cut) => {
      const batch = tokenBatch(reference.sentences.map(({ ids }) => Uint32Array.from(ids)));
      expect(
        new Set(batch.sentences.map(({ length }) => length)).size,
        'a batch with padding',
      ).toBeGreaterThan(1);
      const { layers, dims } = model.info;
      const keep = new Float32Array((layers + 1) * dims).fill(1);
      for (const layer of cut.layers) for (const d of cut.dims) keep[layer * dims + d] = 0;
      const states = await model.encoder.encode(batch, { keep });

      expect(states).toMatchObject({ layers: layers + 1, dims, tokens: batch.tokens });
      expect(largestError(states, cut.values)).toBeLessThan(1e-4);
      // a sum over 384 dimensions, each weighted up to 1: so may the errors add up
      const projections = cut.projections.flatMap((layer, l) =>
        layer.map((projection, token) => Math.abs(projection - project(states, l, token))),
      );
      expect(Math.max(...projections)).toBeLessThan(1e-3);
    },
  );
});

function largestError(states: HiddenStates, values: readonly (readonly (readonly number[])[])[]): number {
  const errors = values.flatMap((layer, l) =>
    layer.flatMap((token, t) =>
      token.map((value, i) => {
        const d = reference.dims[i] ?? NaN;
        return Math.abs(value - (states.data[(l * states.tokens + t) * states.dims + d] ?? NaN));
      }),
    ),
  );
  return Math.max(...errors);
}

/** One number that depends on every dimension, as models/reference.py has it: the sum of cos(d) x_d. */
function project({ data, tokens, dims }: HiddenStates, layer: number, token: number): number {
  const start = (layer * tokens + token) * dims;
  return data.subarray(start, start + dims).reduce((sum, value, d) => sum + Math.cos(d) * value, 0);
}
