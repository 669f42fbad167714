import webgpuMjs from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import webgpuWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import wasmMjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { OrtFiles } from './ort-diagnosis.ts';

/** Files of the installed package, served beside our own: never from anywhere else. */
const absolute = (url: string): string => new URL(url, import.meta.url).href;

export const WASM_FILES: OrtFiles = { mjs: absolute(wasmMjs), wasm: absolute(wasmWasm) };
export const WEBGPU_FILES: OrtFiles = { mjs: absolute(webgpuMjs), wasm: absolute(webgpuWasm) };
