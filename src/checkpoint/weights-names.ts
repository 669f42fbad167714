/** What transformers calls a checkpoint's weights, and the list of their parts where they are in several. */
export const WHOLE = 'model.safetensors';
export const INDEX = 'model.safetensors.index.json';

/**
 * What exporters add to `model` in the name of a network's graph, those first whose hidden states are nearer the
 * checkpoint's. O1 to O4 are what optimum optimizes: with the third GELU is approximated, with the fourth in float16.
 * Names with qint8 and quint8 are of sentence-transformers, each for the instructions of some processor.
 */
export const EXPORT_KINDS = [
  ...['', '_optimized', '_O1', '_O2'],
  ...['_fp16', '_O3', '_O4'],
  ...['_int8', '_quantized', '_uint8'],
  ...['_qint8_arm64', '_qint8_avx512', '_qint8_avx512_vnni', '_quint8_avx2'],
  ...['_q4', '_q4f16', '_bnb4'],
];

const ROUNDED = /_(?:fp16|O[34]|quantized|q\d\w*|q?u?int\d\w*|bnb\d\w*)\.onnx$/i;

/**
 * Whether weights are called as exporters call those whose values were rounded, to 16 bits or fewer, or whose
 * operators are approximated: hidden states are near the model's, not its own.
 */
export function isNamedRounded(path: string): boolean {
  return ROUNDED.test(path);
}
