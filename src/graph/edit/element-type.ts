import type { GraphView } from './graph-view.ts';
import type { NodeInfo } from './node.ts';
import { FLOATS } from './schema.ts';

/** Inputs that name the type of what an operator gives, where it is not that of the first float input. */
const TYPED_BY: Readonly<Record<string, number>> = {
  // by their scale
  DequantizeLinear: 1,
  GatherBlockQuantized: 2,
  MatMulIntegerToFloat: 2,
  MatMulNBits: 2,
  MatMulBnb4: 2,
  DynamicQuantizeMatMul: 2,
  // the gamma, which no cast hides
  LayerNormalization: 1,
  SkipLayerNormalization: 2,
  EmbedLayerNormalization: 5,
  QEmbedLayerNormalization: 8,
};

/**
 * The type of a value's elements, as ONNX's own rules give it: a file need not say.
 * @returns a TensorProto.DataType that is a float, or undefined where the rules known here do not tell
 */
export function floatType(view: GraphView, value: string): number | undefined {
  let asked = value;
  // each step goes to an earlier node, so this ends
  for (;;) {
    const declared =
      view.initializers.get(asked) ??
      view.inputs.get(asked) ??
      view.values.get(asked) ??
      view.outputs.get(asked);
    if (declared && declared.type !== 0) return FLOATS.has(declared.type) ? declared.type : undefined;
    const node = view.producer(asked)?.node;
    if (!node) return undefined;
    const own = typeOf(node);
    if (own !== undefined) return FLOATS.has(own) ? own : undefined;
    const weight = node.inputs.find((input) => FLOATS.has(weightType(view, input)));
    const next = node.inputs[TYPED_BY[node.op] ?? NaN] ?? weight ?? node.inputs[0];
    if (next === undefined) return undefined;
    asked = next;
  }
}

function typeOf({ op, ints, tensors }: NodeInfo): number | undefined {
  if (op === 'Cast') return ints.get('to');
  if (op === 'Constant') return tensors.get('value')?.type;
  return undefined;
}

/** 0 for what is no weight as it stands. */
const weightType = (view: GraphView, value: string): number => view.initializers.get(value)?.type ?? 0;
