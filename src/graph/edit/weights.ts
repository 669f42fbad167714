import type { WrittenNode } from './graph-edit.ts';
import { FLOATS } from './schema.ts';
import type { TensorInfo } from './tensor.ts';

/** Operators that compute with weights or values rounded to few bits, by what their names begin with. */
const ROUNDED =
  /^(?:Q[A-Z]|QLinear|DequantizeLinear|DynamicQuantize|MatMulInteger|MatMulNBits|MatMulBnb4|GatherBlockQuantized)/;
/** Operators whose weights hold two numbers in a byte. */
const HALF_BYTES = /^(?:MatMulNBits|MatMulBnb4|GatherBlockQuantized)$/;
const UINT8 = 2;

/** Whether anything in a graph is computed with rounded integers. */
export function isRounded(nodes: readonly WrittenNode[]): boolean {
  return nodes.some(({ op }) => ROUNDED.test(op));
}

/** Numbers in the weights that nodes use, those that tell how weights are rounded included. */
export function countWeights(nodes: readonly WrittenNode[], weights: readonly TensorInfo[]): number {
  const packed = new Set(nodes.flatMap(({ op, inputs }) => (HALF_BYTES.test(op) ? inputs : [])));
  const numbers = ({ name, type, dims }: TensorInfo) => {
    const elements = dims.reduce((product, size) => product * size, 1);
    return packed.has(name) && type === UINT8 ? 2 * elements : elements;
  };
  // other integers are shapes and places
  return weights
    .filter(({ type }) => FLOATS.has(type) || type <= 3 || type >= 17)
    .reduce((sum, tensor) => sum + numbers(tensor), 0);
}
