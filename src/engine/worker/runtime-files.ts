import webgpuLoader from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import webgpuBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import wasmLoader from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

const absolute = (address: string): string => new URL(address, import.meta.url).href;

/**
 * Where onnxruntime's own files lie, for `env.wasm.wasmPaths`: copied by the build from the installed
 * package, so that they match its version and come from our origin. 'onnxruntime-web/wasm' takes the
 * first pair and 'onnxruntime-web/webgpu' the second, twice as large.
 */
export const runtimeFiles = {
  wasm: { mjs: absolute(wasmLoader), wasm: absolute(wasmBinary) },
  webgpu: { mjs: absolute(webgpuLoader), wasm: absolute(webgpuBinary) },
};
