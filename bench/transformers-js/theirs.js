/**
 * A worker that reads sentences with transformers.js as its users write it: a pipeline, given sixteen sentences
 * at a time in the order they come in. Plain JavaScript, served as it is, so that the library's own build for the
 * web runs untouched. Sets the global `bench`.
 */
import { env, pipeline } from './peer/@huggingface/transformers/dist/transformers.min.js';

const BATCH = 16;
const DTYPES = { float32: 'fp32', int8: 'int8' };

let extract;

async function load(precision, threads) {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = '/models/';
  env.useBrowserCache = false;
  // what the library loads from elsewhere by default, from here
  const runtime = new URL('peer/onnxruntime-web/dist/ort-wasm-simd-threaded.asyncify', location.href).href;
  env.backends.onnx.wasm.wasmPaths = { mjs: `${runtime}.mjs`, wasm: `${runtime}.wasm` };
  env.backends.onnx.wasm.numThreads = threads;
  await extract?.dispose();
  extract = await pipeline('feature-extraction', 'checkpoint', { device: 'wasm', dtype: DTYPES[precision] });
}

/** @returns milliseconds, and the last hidden states of one sentence */
async function one(sentence) {
  const began = performance.now();
  const output = await extract([sentence]);
  const took = performance.now() - began;
  return { took, states: Array.from(output.data) };
}

/** @returns milliseconds */
async function all(sentences) {
  const began = performance.now();
  for (let at = 0; at < sentences.length; at += BATCH) {
    const output = await extract(sentences.slice(at, at + BATCH));
    output.dispose();
  }
  return performance.now() - began;
}

globalThis.bench = { load, one, all };
