import { GraphBuilder } from './graph-builder.ts';
import { ONNX_TYPE } from './onnx.ts';

/** Names of what these graphs take and give. */
export const PRODUCT = { left: 'left', right: 'right', out: 'product' } as const;

const NO_WEIGHTS = new Map<string, never>();

/** left [m, k] times the transpose of right [n, k], float32 [m, n]. */
export function writeProductGraph(): Uint8Array<ArrayBuffer> {
  const graph = new GraphBuilder(NO_WEIGHTS);
  const left = graph.input(PRODUCT.left, 'float', ['m', 'k']);
  const right = graph.input(PRODUCT.right, 'float', ['n', 'k']);
  graph.node('Gemm', [left, right], { attributes: { transB: { int: 1 } }, name: PRODUCT.out });
  graph.output(PRODUCT.out, 'float', ['m', 'n']);
  return graph.finish();
}

/**
 * The transpose of left [m, k] times itself, [k, k], in float64: of single precision, the smallest eigenvalues would be
 * rounding.
 */
export function writeGramGraph(): Uint8Array<ArrayBuffer> {
  const graph = new GraphBuilder(NO_WEIGHTS);
  const left = graph.input(PRODUCT.left, 'float', ['m', 'k']);
  const wide = graph.node('Cast', [left], { attributes: { to: { int: ONNX_TYPE.double } } });
  graph.node('Gemm', [wide, wide], { attributes: { transA: { int: 1 } }, name: PRODUCT.out });
  graph.output(PRODUCT.out, 'double', ['k', 'k']);
  return graph.finish();
}
