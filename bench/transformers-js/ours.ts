/**
 * A worker that reads sentences with the page's own engine, every hidden state of them, from sentences to vectors.
 * Sets the global `bench`.
 */
import { openCheckpoint } from '../../src/checkpoint/index.ts';
import { corpusPass, readCorpus, tokenizerOf, type Encoder } from '../../src/engine/index.ts';
import { createEncoder, wasmRuntime } from '../../src/engine/worker/runtime.ts';
import type { Tokenizer } from '../../src/text/index.ts';
import { fetchFolder } from '../shared/fetch-folder.ts';
import type { One, Precision } from './peer.ts';

const WEIGHTS = { float32: 'model.safetensors', int8: 'onnx/model_int8.onnx' } as const;

let model: { readonly encoder: Encoder; readonly tokenizer: Tokenizer } | undefined;

async function load(precision: Precision, threads: number): Promise<void> {
  await model?.encoder.release();
  const checkpoint = await openCheckpoint(await fetchFolder('models/checkpoint', WEIGHTS[precision]));
  const encoder = await createEncoder(await wasmRuntime(threads), checkpoint, precision);
  model = { encoder, tokenizer: tokenizerOf(checkpoint) };
}

async function one(sentence: string): Promise<One> {
  const began = performance.now();
  const [batch] = await read([sentence]);
  const took = performance.now() - began;
  if (!batch) throw new Error('There is nothing in the sentence.');
  const { layers, tokens, dims, data } = batch.states;
  return { took, states: Array.from(data.subarray((layers - 1) * tokens * dims)) };
}

async function all(sentences: readonly string[]): Promise<number> {
  const began = performance.now();
  await read(sentences);
  return performance.now() - began;
}

/** Tokens of a sentence, special ones included. */
function lengths(sentences: readonly string[]): number[] {
  return sentences.map((sentence) => model?.tokenizer.encode(sentence).ids.length ?? 0);
}

async function read(sentences: readonly string[]) {
  if (!model) throw new Error('No model is loaded.');
  const corpus = await readCorpus(model.tokenizer, sentences, 'include');
  const batches = [];
  for await (const batch of corpusPass(model.encoder, corpus)) {
    // only the first is kept: a corpus' hidden states are gigabytes
    if (batches.length === 0) batches.push(batch);
  }
  return batches;
}

Object.assign(globalThis, { bench: { load, one, all, lengths } });
