import { TailscopeError } from '../../core/error.ts';
import { hiddenName, INPUT } from '../interface.ts';
import type { HiddenValue } from './find-encoder.ts';
import type { GraphEdit } from './graph-edit.ts';
import type { GraphView } from './graph-view.ts';
import { FLOAT } from './schema.ts';

/**
 * Multiplies every hidden state by its row of `keep` and gives it a second name as an output. The product
 * takes over the name of what it is a product of, so that whatever used that, a branch's body or an
 * output of the graph included, now uses the product.
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
    const computed = edit.freeOutput(node, name);
    const after = { after: node };
    const axis = { axis: { int: 0 } };
    const row = edit.insert(
      after,
      'Gather',
      [INPUT.keep, edit.ints(layer)],
      edit.fresh(`${INPUT.keep} ${layer}`),
      axis,
    );
    const factor = castTo(edit, after, row, type);
    edit.insert(after, 'Mul', [computed, factor], name);
    if (isNamed) return output;
    if (type === FLOAT) return edit.insert(after, 'Identity', [name], output);
    return edit.insert(after, 'Cast', [name], output, { to: { int: FLOAT } });
  });
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
