import { TailscopeError } from '../../core/error.ts';
import { hiddenName, INPUT } from '../interface.ts';
import type { HiddenValue } from './find-encoder.ts';
import type { GraphEdit } from './graph-edit.ts';
import type { GraphView } from './graph-view.ts';
import type { NodeInfo } from './node.ts';
import { FLOAT } from './schema.ts';

/** Where operators that normalize have the scale and the shift that they end with. */
const SCALE_AND_SHIFT: ReadonlyMap<string, readonly number[]> = new Map([
  ['LayerNormalization', [1, 2]],
  ['SkipLayerNormalization', [2, 3]],
]);

/**
 * Multiplies every hidden state by its row of `keep` and gives it a second name as an output. Whatever used
 * the state, a branch's body or an output of the graph included, now uses the product.
 * @returns the outputs' names
 * @throws TailscopeError("onnx-unsupported") when a name is taken
 */
export function keepStates(
  view: GraphView,
  edit: GraphEdit,
  hidden: readonly HiddenValue[],
): readonly string[] {
  if (edit.has(INPUT.keep)) throw nameTaken(INPUT.keep);
  return hidden.map(({ name, type }, layer) => {
    const node = view.producer(name)?.node;
    const output = hiddenName(layer);
    const isNamed = name === output;
    if (!node || (edit.has(output) && !(isNamed && type === FLOAT))) throw nameTaken(output);
    // under the output's name from the start, for of what is given twice the runtime makes a copy
    const given = type === FLOAT ? output : name;
    multiply(edit, node, { layer, type, from: name, to: given });
    if (type !== FLOAT) return edit.insert({ after: node }, 'Cast', [name], output, { to: { int: FLOAT } });
    if (!isNamed) edit.insert({ after: node }, 'Identity', [output], name);
    return output;
  });
}

interface Multiplied {
  readonly layer: number;
  readonly type: number;
  /** What its node calls the state. */
  readonly from: string;
  /** What the product is to be called. */
  readonly to: string;
}

/**
 * Has a node give its state times a row of `keep`: where it scales and shifts at its end by multiplying these
 * vectors, which costs nothing and with factors of 0 and 1 is the same bit for bit; else by a node after it.
 */
function multiply(edit: GraphEdit, node: NodeInfo, { layer, type, from, to }: Multiplied): void {
  const vectors = (SCALE_AND_SHIFT.get(node.op) ?? []).filter((i) => (node.inputs[i] ?? '') !== '');
  const where = vectors.length > 0 ? { before: node } : { after: node };
  const row = edit.fresh(`${INPUT.keep} ${layer}`);
  edit.insert(where, 'Gather', [INPUT.keep, edit.ints(layer)], row, { axis: { int: 0 } });
  const factor = castTo(edit, where, row, type);
  if (vectors.length === 0) {
    edit.insert(where, 'Mul', [edit.freeOutput(node, from), factor], to);
    return;
  }
  for (const i of vectors) {
    const vector = node.inputs[i] ?? '';
    const product = edit.fresh(`${vector} times ${row}`);
    edit.setInput(node, i, edit.insert(where, 'Mul', [vector, factor], product));
  }
  if (to !== from) edit.renameOutput(node, from, to);
}

/** A float32 value as another type of float. */
export function castTo(
  edit: GraphEdit,
  where: Parameters<GraphEdit['insert']>[0],
  value: string,
  type: number,
): string {
  if (type === FLOAT) return value;
  return edit.insert(where, 'Cast', [value], edit.fresh(`${value} as type ${type}`), { to: { int: type } });
}

export function nameTaken(name: string): TailscopeError {
  return TailscopeError.of('onnx-unsupported', { problem: { is: 'name-taken', name } });
}
