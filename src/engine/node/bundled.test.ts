import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReferenceFile, type ReferenceFile } from '../../checkpoint/reference-file.fixture.ts';
import { at } from '../../core/at.ts';
import type { HiddenStates } from '../../core/hidden-states.ts';
import { tokenBatch } from '../index.ts';
import { loadModel, type NodeModel } from './index.ts';

/** Largest absolute error allowed on any hidden state, against PyTorch with the same float16 weights. */
const TOLERANCE = 1e-4;
/** The same of any logit of a masked word, which is a sum over all dimensions. */
const LOGITS = 1e-3;
const MODELS = new URL('../../../public/models/', import.meta.url);

const indexFile = v.object({
  default: v.string(),
  models: v.array(v.object({ id: v.string(), bytes: v.number(), sha256: v.string() })),
});
const made = v.object({ sentences: v.array(v.string()), weights: v.string() });

const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));
const index = v.parse(indexFile, readJson(new URL('index.json', MODELS)));

/** What `python -m models.bundled_reference` wrote of a model. */
async function referenceOf(id: string): Promise<ReferenceFile & v.InferOutput<typeof made>> {
  const bytes = new Uint8Array(
    await readFile(new URL(`fixtures/bundled/${id}.safetensors`, import.meta.url)),
  );
  const tensors = await readReferenceFile({
    name: id,
    size: bytes.length,
    read: (start, end) => Promise.resolve(bytes.slice(start, end)),
  });
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  const header = v.parse(
    v.object({ __metadata__: v.object({ reference: v.string() }) }),
    JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))),
  );
  return { ...tensors, ...v.parse(made, JSON.parse(header.__metadata__.reference)) };
}

/** The ids of each sentence, padding left out. */
function sentencesOf(reference: ReferenceFile): Uint32Array[] {
  const ids = reference.ints('input_ids');
  const mask = reference.ints('attention_mask');
  const [rows = 0, length = 0] = reference.shape('input_ids');
  return Array.from({ length: rows }, (_, row) => {
    const span = [...ids.keys()].slice(row * length, (row + 1) * length);
    return Uint32Array.from(span.filter((i) => mask[i] === 1n).map((i) => Number(ids[i])));
  });
}

/** Over every layer, token and dimension; the reference has padding between its sentences. */
function largestError(states: HiddenStates, reference: ReferenceFile): number {
  const expected = reference.floats('plain');
  const mask = reference.ints('attention_mask');
  const { layers, tokens, dims } = states;
  expect(expected).toHaveLength(layers * mask.length * dims);
  const places = [...mask.keys()].filter((i) => mask[i] === 1n);
  expect(places).toHaveLength(tokens);
  let largest = 0;
  for (let layer = 0; layer < layers; layer++)
    for (const [token, place] of places.entries())
      for (let d = 0; d < dims; d++)
        largest = Math.max(
          largest,
          Math.abs(
            at(states.data, (layer * tokens + token) * dims + d) -
              at(expected, (layer * mask.length + place) * dims + d),
          ),
        );
  return largest;
}

it('has the default among the bundled models', () => {
  expect(index.models.map(({ id }) => id)).toContain(index.default);
});

describe.each(index.models)('the bundled model $id', ({ id, bytes, sha256 }) => {
  let model: NodeModel;
  let reference: Awaited<ReturnType<typeof referenceOf>>;
  beforeAll(async () => {
    model = await loadModel(fileURLToPath(new URL(id, MODELS)), { threads: 1, maskedWords: true });
    reference = await referenceOf(id);
  });
  afterAll(() => model.encoder.release());

  it('has the weights that the index tells of, and that its reference values were computed with', () => {
    expect(model.info.bytes).toBe(bytes);
    expect(model.sha256).toBe(sha256);
    expect(reference.weights, 'python -m models.bundled_reference').toBe(sha256);
  });

  it('reads each sentence as the tokens that transformers reads, the masked word included', () => {
    const ids = reference.sentences.map((text) => [...model.tokenizer.encode(text).ids]);
    expect(ids).toEqual(sentencesOf(reference).map((sentence) => [...sentence]));
  });

  it('gives the hidden states of PyTorch in a padded batch', async () => {
    const sentences = sentencesOf(reference);
    expect(new Set(sentences.map(({ length }) => length)).size, 'a batch with padding').toBeGreaterThan(1);
    const states = await model.encoder.encode(tokenBatch(sentences));
    expect(largestError(states, reference)).toBeLessThanOrEqual(TOLERANCE);
  });

  it('gives the logits of PyTorch for every masked word', async () => {
    const rows = [...reference.ints('masked_rows')].map(Number);
    const [, length = 1] = reference.shape('input_ids');
    const chosen = rows.map((row) => ({ sentence: Math.floor(row / length), token: row % length }));
    const logits = await model.encoder.maskedLogits(tokenBatch(sentencesOf(reference)), chosen);
    expect(logits).toHaveLength(reference.sentences.length);
    const expected = reference.floats('masked_logits');
    const errors = logits.flatMap((words, i) =>
      Array.from(words, (logit, word) => Math.abs(logit - at(expected, i * words.length + word))),
    );
    expect(errors).toHaveLength(expected.length);
    // not spread into an argument each: there are tens of thousands
    expect(errors.reduce((largest, error) => Math.max(largest, error), 0)).toBeLessThanOrEqual(LOGITS);
  });
});
